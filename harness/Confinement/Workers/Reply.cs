using Evaluator.Wire;

namespace Evaluator.Confinement.Workers;

/// <summary>How a worker answered one request.</summary>
public abstract record Reply
{
    /// <summary>The reply that was due.</summary>
    public static readonly Reply Done = new AsDue();

    /// <summary>The wire ended: the worker is dead or dying.</summary>
    public static readonly Reply Gone = new EndOfWire();

    private Reply()
    {
    }

    public sealed record AsDue : Reply
    {
        public override string ToString() => "done";
    }

    public sealed record EndOfWire : Reply
    {
        public override string ToString() => "the process ended before it replied";
    }

    /// <summary>Null, or an array of a wrong length.</summary>
    /// <param name="Length">Of the array; null where there is none of doubles.</param>
    public sealed record WrongFormat(string What, ulong? Length = null) : Reply
    {
        public override string ToString() => What;
    }

    /// <summary>Bytes that are not the reply due now.</summary>
    public sealed record Violation(string What) : Reply
    {
        public override string ToString() => What;
    }

    /// <summary>The worker says that the call failed.</summary>
    /// <param name="What">In the worker's words; at most <see cref="Protocol.MaxFailureBytes"/>.</param>
    public sealed record Failed(FailureKind Kind, string What) : Reply
    {
        public override string ToString() => $"{Kind}: {What}";
    }
}
