namespace Evaluator.Confinement.Languages;

/// <summary>Ends the look at a submission at its first defect; what opens it turns it into a value.</summary>
internal sealed class SubmissionRejectedException(string message) : Exception(message);
