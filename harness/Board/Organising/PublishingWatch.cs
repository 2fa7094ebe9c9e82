using Evaluator.Board.Journals;
using Evaluator.Standings.Contests;
using Evaluator.Standings.Log.Bodies;

namespace Evaluator.Board.Organising;

/// <summary>
/// Publishes a phase by itself when its own time has passed and no result is missing: every submission is settled, the finals have been
/// played. Who published by hand, or took a publishing back, has the last word until another time is set. It remembers nothing: what is due
/// is a question to the log, so whatever moment the process dies at, the next start finds the same.
/// </summary>
internal sealed class PublishingWatch(Journal journal, TimeProvider clock, ILogger<PublishingWatch> log) : BackgroundService
{
    private const string Actor = "board";

    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            foreach (LiveContest contest in journal.All)
                TryPublish(contest);
            await Task.Delay(Look, clock, stop);
        }
    }

    private void TryPublish(LiveContest contest)
    {
        try
        {
            DateTimeOffset now = clock.GetUtcNow();
            if (contest.Ask(fold => Due(fold, now)).Count > 0)
                journal.Append(contest.Name, (live, _) =>
                    [.. live.Ask(fold => Due(fold, now)).Select(phase => new Draft(Actor, new Published(phase, Holds: true)))]);
        }
        catch (Exception broken) when (broken is System.Data.Common.DbException or IOException)
        {
            log.LogError(broken, "What is due of {Contest} could not be published; tried again in a second.", contest.Name);
        }
    }

    private static IReadOnlyList<string> Due(Contest fold, DateTimeOffset now) =>
        [.. fold.Phases.Where(phase => PhaseEnd.IsReached(phase, now)).Select(phase => phase.Name)];
}
