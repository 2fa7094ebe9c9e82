namespace Evaluator.Board.Work;

/// <summary>A try at a job that ended in a fault of ours or of the machine.</summary>
internal sealed record ShownFault(string Job, string Worker, string Message, DateTimeOffset At);
