using Evaluator.Contest.Truth;
using Evaluator.Scorer.Definition;

namespace Evaluator.Harness.Records;

/// <summary>One predicted month of a case.</summary>
/// <param name="Month">1 to 12.</param>
/// <param name="Events">The placed events (ruling 8).</param>
/// <param name="Unplaced">Events that count for nothing, and why (ruling 6).</param>
/// <param name="Rmse">Null where the case was not accepted, as are the scores.</param>
public sealed record MonthResult(
    int Month, int Events, int Unplaced, UnplacedEvents UnplacedBy, GranularityValues? Rmse, GranularityValues? Scores, double? Score);
