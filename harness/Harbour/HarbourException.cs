namespace Evaluator.Harbour;

/// <summary>The harbour can't be made as it was asked for; the message says what to ask for instead. Nothing was written.</summary>
public sealed class HarbourException(string message) : Exception(message);
