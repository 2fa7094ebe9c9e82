namespace Evaluator.Standings.Contests;

/// <summary>How far a submission is, as the log knows it; whether a worker has it already, the queue knows.</summary>
public enum SubmissionState
{
    /// <summary>Queued or being evaluated.</summary>
    Waiting,

    /// <summary>Waiting again after a fault of ours.</summary>
    TriedAgain,

    /// <summary>Given up after faults of ours: it charged nothing.</summary>
    Unsettled,

    Scored,

    Failed,

    Refused,
}
