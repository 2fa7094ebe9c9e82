namespace Evaluator.Board.Work;

/// <summary>
/// Two results of a case with different bits: the predictor is not deterministic, or a machine is broken. The first counts.
/// </summary>
/// <param name="Decided">When an organiser said that the first one stands; null while nobody has.</param>
internal sealed record ShownConflict(
    string Id, string Submission, string Evaluation, string BlockGroup, string First, string FirstWorker, string Second,
    string SecondWorker, DateTimeOffset At, DateTimeOffset? Decided);
