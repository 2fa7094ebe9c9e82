namespace Evaluator.Harness.Submissions;

/// <summary>Ends the look at a submission at its first defect; <see cref="Submission.Open(string, out string?)"/> turns it into a value.</summary>
internal sealed class SubmissionRejectedException(string message) : Exception(message);
