namespace Evaluator.Cli.Boards;

/// <summary>A phase of a contest, as a board's API tells it.</summary>
/// <param name="Open">Whether it takes submissions now.</param>
internal sealed record PhaseOnBoard(string Name, string Title, bool Open);
