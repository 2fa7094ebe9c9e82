namespace Evaluator.Cli.Boards;

/// <summary>A contest, as a board's API tells it.</summary>
internal sealed record ContestOnBoard(string Name, string Title, IReadOnlyList<PhaseOnBoard>? Phases);
