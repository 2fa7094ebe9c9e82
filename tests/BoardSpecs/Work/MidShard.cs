namespace Evaluator.BoardSpecs.Work;

/// <summary>A worker caught in the middle of a shard: a case of it has its result, and two have none at least, so that the one that may be
/// on its way to the board is not the last.</summary>
internal sealed record MidShard(WorkerProcess Worker, string Job)
{
    private const int Missing = 2;

    /// <summary>Waits until one of these workers is there, and holds it.</summary>
    public static async Task<MidShard> Catch(BoardAtWork board, params WorkerProcess[] workers)
    {
        MidShard? caught = null;
        await board.Until(() => (caught = TryCatch(board, workers)) is not null, "a worker in the middle of a shard");
        return caught!;
    }

    private static MidShard? TryCatch(BoardAtWork board, WorkerProcess[] workers)
    {
        foreach ((string job, string name) in UnderWay(board))
        {
            if (Array.Find(workers, worker => worker.Name == name) is not { } worker)
                continue;
            worker.Hold();
            if (UnderWay(board).Contains((job, name)))
                return new MidShard(worker, job);
            worker.Release();
        }
        return null;
    }

    private static IReadOnlyList<(string Job, string Worker)> UnderWay(BoardAtWork board) => board.Query<(string, string)>("""
        SELECT job.id, job.worker FROM job
        JOIN shard_case ON shard_case.job = job.id
        LEFT JOIN case_result ON case_result.evaluation = shard_case.evaluation AND case_result.block_group = shard_case.block_group
        WHERE job.state = 'leased'
        GROUP BY job.id, job.worker
        HAVING COUNT(case_result.bits) > 0 AND COUNT(*) - COUNT(case_result.bits) >= @Missing
        """, new { Missing });
}
