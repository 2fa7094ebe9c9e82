namespace Evaluator.Confinement.Workers;

public enum ReplyKind
{
    /// <summary>The reply that was due.</summary>
    Done,

    /// <summary>Null, or an array of a wrong length.</summary>
    WrongFormat,

    /// <summary>The worker says that the call failed.</summary>
    Failed,

    /// <summary>Bytes that are not the reply due now.</summary>
    Violation,

    /// <summary>The wire ended: the worker is dead or dying.</summary>
    Gone,
}
