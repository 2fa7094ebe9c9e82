namespace Evaluator.Cli.Work;

/// <summary>
/// The job is not ours any longer: the board gave it to somebody else, or has no use for it. What was done for it is left.
/// </summary>
internal sealed class LeaseLostException(string message) : Exception(message);
