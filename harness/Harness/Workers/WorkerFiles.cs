namespace Evaluator.Harness.Workers;

/// <summary>What a worker is shown besides the runtime and itself, read-only.</summary>
/// <param name="SubmissionFolder">The submission's closure, and nothing else.</param>
/// <param name="SubmissionFile">Name of the predictor's assembly in it.</param>
/// <param name="TablesFile">The nine tables of setup; null where setup is not called.</param>
internal sealed record WorkerFiles(string SubmissionFolder, string SubmissionFile, string? TablesFile);
