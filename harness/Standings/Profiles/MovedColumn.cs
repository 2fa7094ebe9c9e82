namespace Evaluator.Standings.Profiles;

/// <summary>What became of a column.</summary>
/// <param name="Column">Its title.</param>
/// <param name="Before">Null where nothing was shown before.</param>
/// <param name="After">Null where nothing is shown now.</param>
public sealed record MovedColumn(string Column, decimal? Before = null, decimal? After = null);
