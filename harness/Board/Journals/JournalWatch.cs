namespace Evaluator.Board.Journals;

/// <summary>Once a second looks for entries that another process wrote.</summary>
internal sealed class JournalWatch(Journal journal, TimeProvider clock, ILogger<JournalWatch> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        using PeriodicTimer timer = new(TimeSpan.FromSeconds(1), clock);
        while (await timer.WaitForNextTickAsync(stop))
            try
            {
                journal.CatchUp();
            }
            catch (Exception broken) when (broken is System.Data.Common.DbException or IOException)
            {
                log.LogWarning(broken, "The store could not be read; tried again in a second.");
            }
    }
}
