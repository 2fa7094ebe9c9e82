namespace Evaluator.Scorer.Definition;

/// <summary>How many events of one type a location had on one day.</summary>
/// <param name="Place">The location's place in <see cref="BlockGroupLayout.LocationsByStreet"/>.</param>
/// <param name="Index">day x 4 + type: the cell's index in its location's row.</param>
/// <param name="Count">1 or more; a double because it is subtracted from one.</param>
internal readonly record struct ActualCell(int Place, int Index, double Count);
