namespace Evaluator.Board.Store;

/// <summary>A column of a table: a text or a whole number; either may be missing (NULL).</summary>
internal sealed record StoredColumn(string Name, bool IsNumber);
