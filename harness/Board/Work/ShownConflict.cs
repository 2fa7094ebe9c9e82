namespace Evaluator.Board.Work;

/// <summary>
/// Two results of a case with different bits: the predictor is not deterministic, or a machine is broken. The first counts.
/// </summary>
internal sealed record ShownConflict(
    string Evaluation, string BlockGroup, string First, string FirstWorker, string Second, string SecondWorker, DateTimeOffset At);
