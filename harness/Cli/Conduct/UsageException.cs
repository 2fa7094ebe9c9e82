namespace Evaluator.Cli.Conduct;

/// <summary>The command line asks for something that can't be. The message says what was found and what is expected.</summary>
internal sealed class UsageException(string message) : Exception(message);
