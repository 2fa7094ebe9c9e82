namespace Evaluator.Challenges;

/// <summary>
/// Something to compare with: shown as a row of its own, never ranked. It is a file, a commit of a repository, or values: one of the three.
/// </summary>
/// <param name="File">What is evaluated, a path under <c>files/</c>.</param>
/// <param name="Repository">What is fetched and evaluated.</param>
/// <param name="Values">Known values by column.</param>
/// <param name="Phase">The phase it belongs to; null for all phases.</param>
/// <param name="Start">Whether ladders and improvement rules start at this one.</param>
public sealed record Baseline(
    string Name, string Title, string? File, BaselineRepository? Repository, IReadOnlyDictionary<string, decimal>? Values, string? Phase,
    bool Start)
{
    public bool IsOf(string phase) => Phase is null || Phase == phase;
}
