namespace Evaluator.Board.WalkIn;

/// <summary>A row of the walk-in board.</summary>
/// <param name="Id">Of the row on the page: it stays the row's when the order changes.</param>
/// <param name="Place">Null for a baseline, which stands among the others without taking a place.</param>
internal sealed record BestRow(string Id, int? Place, string Team, IReadOnlyList<decimal?> Values, string Remark, bool IsOwn);
