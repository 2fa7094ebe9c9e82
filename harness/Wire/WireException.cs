namespace Evaluator.Wire;

/// <summary>The other side sent bytes that the protocol does not allow.</summary>
public sealed class WireException(string message) : Exception(message);
