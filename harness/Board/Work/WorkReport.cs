namespace Evaluator.Board.Work;

/// <summary>The queue of a contest and the board's workers, as organisers see them.</summary>
/// <param name="Waiting">Jobs that wait.</param>
/// <param name="Running">Jobs that a worker has.</param>
/// <param name="SecondsOfWait">How long what is queued takes, of all contests, by what the last hour's took; null where none ended.</param>
internal sealed record WorkReport(
    IReadOnlyList<KnownWorker> Workers, long Waiting, long Running, double? SecondsOfWait, IReadOnlyList<GivenUp> Unsettled,
    IReadOnlyList<ShownConflict> Conflicts, IReadOnlyList<ShownFault> Faults);
