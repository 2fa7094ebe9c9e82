using Evaluator.Wire;

namespace Evaluator.Confinement.Workers;

/// <summary>How a worker answered one request.</summary>
public readonly record struct Reply(ReplyKind Kind, FailureKind Failure, string? Text)
{
    public static readonly Reply Done = new(ReplyKind.Done, default, null);

    public static readonly Reply Gone = new(ReplyKind.Gone, default, null);

    public static Reply Violation(string what) => new(ReplyKind.Violation, default, what);
}
