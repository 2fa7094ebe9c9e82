namespace Evaluator.Cli.Work;

/// <summary>Where a worker's jobs come from: the board itself, or a broker whose messages name them.</summary>
internal interface IJobSource : IDisposable
{
    /// <summary>Waits for a job, a while.</summary>
    /// <returns>Null where none came; ask again.</returns>
    IOfferedJob? Next(CancellationToken cancel);
}
