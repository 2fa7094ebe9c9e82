namespace Evaluator.Standings.Log;

/// <summary>A line that is no entry of a log.</summary>
public sealed class LogFormatException(string message, Exception? cause = null) : Exception(message, cause);
