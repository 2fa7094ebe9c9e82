namespace Evaluator.Harness.Storage;

/// <summary>A run folder that can't be used as asked: not empty, not there, damaged. The message names the file and what to do.</summary>
public sealed class RunFolderException(string message, Exception? cause = null) : Exception(message, cause);
