namespace Evaluator.Standings.Profiles;

/// <summary>Something that a person's team handed in while the person was in it.</summary>
/// <param name="Phase">The phase's title.</param>
/// <param name="Format"><c>cs</c>, <c>jar</c> and so on.</param>
public sealed record ProfileSubmission(string Submission, string Phase, DateTimeOffset At, string Format);
