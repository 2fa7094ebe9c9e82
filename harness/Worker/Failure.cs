using Evaluator.Wire;

namespace Evaluator.Worker;

/// <summary>What a Failed frame carries.</summary>
internal sealed record Failure(FailureKind Kind, string Text);
