namespace Evaluator.Challenges.Reading;

/// <summary>Something wrong with a challenge's folder.</summary>
/// <param name="File">Relative to the folder.</param>
/// <param name="Line">From 1; 0 where the fault is the whole file's.</param>
/// <param name="Found">What is there, with its place in the file.</param>
/// <param name="Expected">What should be there.</param>
public sealed record ChallengeFault(string File, int Line, string Found, string Expected)
{
    public override string ToString() => $"{File}{(Line > 0 ? $":{Line}" : "")}: {Found}; expected {Expected}";
}
