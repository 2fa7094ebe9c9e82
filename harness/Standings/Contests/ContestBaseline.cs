using Evaluator.Standings.Log.Bodies;

namespace Evaluator.Standings.Contests;

/// <summary>A baseline of a phase.</summary>
public sealed class ContestBaseline
{
    public required BaselineSet Set { get; init; }

    public required long Seq { get; init; }

    /// <summary>A value for each column, exact; null where its seal is not opened here.</summary>
    public decimal?[]? Values { get; internal set; }
}
