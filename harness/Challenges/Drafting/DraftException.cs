namespace Evaluator.Challenges.Drafting;

/// <summary>No challenge can be made of this table. The message says what was found and what was expected.</summary>
public sealed class DraftException(string message) : Exception(message);
