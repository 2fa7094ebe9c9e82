using Evaluator.Standings.Log.Bodies;

namespace Evaluator.Standings.Contests;

/// <summary>An evaluation of a submission, as the log has it.</summary>
public sealed class Evaluation
{
    public required EvaluationRecorded Recorded { get; init; }

    public required long Seq { get; init; }

    /// <summary>A value for each column, exact; null where it has no score, or its seal is not opened here.</summary>
    public decimal?[]? Values { get; internal set; }
}
