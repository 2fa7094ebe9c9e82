namespace Evaluator.BoardSpecs.Inputs;

/// <summary>A route, and what it takes, as the program itself says it.</summary>
/// <param name="Path">Names of what stands in its address.</param>
/// <param name="Query">Names of what may stand behind it.</param>
/// <param name="Body">The type of the JSON that it reads; null where it reads none, or reads it by hand.</param>
internal sealed record RouteInput(
    string Method, string Pattern, bool IsPage, IReadOnlyList<string> Path, IReadOnlyList<string> Query, Type? Body)
{
    public string Name => $"{Method} {Pattern}";
}
