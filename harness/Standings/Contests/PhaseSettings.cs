using Evaluator.Challenges;
using Evaluator.Standings.Columns;

namespace Evaluator.Standings.Contests;

/// <summary>A phase's settings, ready to be computed with.</summary>
internal sealed record PhaseSettings(Phase Settings, ColumnSet Columns, RankedColumns Ranked);
