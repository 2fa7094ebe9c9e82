namespace Evaluator.Confinement.Languages;

/// <summary>
/// This machine can't compile or run a language; the message says what to install. Submissions of other languages are not touched by it.
/// </summary>
public sealed class ToolchainMissingException(string message) : Exception(message);
