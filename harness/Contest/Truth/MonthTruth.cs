using Evaluator.Scorer.Definition;

namespace Evaluator.Contest.Truth;

/// <summary>What happened in a block group in one month, for the scorer, and what could not be placed.</summary>
public sealed record MonthTruth(int Month, ActualMonth Actual, UnplacedEvents Unplaced);
