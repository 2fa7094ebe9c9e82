using Evaluator.Board.Journals;
using Evaluator.Standings.Rewards;

namespace Evaluator.Board.Rewards;

/// <summary>
/// Keeps each contest's ledger as its rules owe it: after every entry it asks the pure fold what is missing, and appends awards and
/// reversals as the journal's one writer does. It remembers nothing: whatever moment the process dies at, the next start writes what is
/// still missing, and nothing twice.
/// </summary>
/// <remarks>
/// The fold goes over all submissions, and whoever asks the contest meanwhile waits. So it rests nine times as long as it worked: results
/// that arrive together are answered together, and folding takes a tenth of the time at most.
/// </remarks>
internal sealed class LedgerKeeper(Journal journal, TimeProvider clock, ILogger<LedgerKeeper> log) : BackgroundService
{
    /// <summary>Who the log says gave and took what rules owe.</summary>
    public const string Actor = "board";

    private const int RestFactor = 9;

    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);   // a contest that is added has no news to wait for yet

    private readonly Dictionary<string, long> keptTo = new(StringComparer.Ordinal);

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            Task[] news = [.. journal.All.Select(contest => contest.News)];
            long start = clock.GetTimestamp();
            foreach (LiveContest contest in journal.All)
                TryKeep(contest);
            await Task.Delay(RestFactor * clock.GetElapsedTime(start), clock, stop);
            await Task.WhenAny([.. news, Task.Delay(Look, clock, stop)]);
        }
    }

    private void TryKeep(LiveContest contest)
    {
        try
        {
            Keep(contest);
        }
        catch (Exception broken) when (broken is System.Data.Common.DbException or IOException)
        {
            log.LogError(broken, "The rewards of {Contest} could not be written; tried again in a second.", contest.Name);
        }
    }

    private void Keep(LiveContest contest)
    {
        long seq = contest.Last?.Seq ?? 0;
        if (keptTo.GetValueOrDefault(contest.Name) == seq)
            return;
        if (contest.Ask(fold => RewardFold.Missing(fold).Count) > 0)
            seq = journal.Append(contest.Name, (now, _) =>
                [.. now.Ask(RewardFold.Missing).Select(body => new Draft(Actor, body))]) is [.., var last] ? last.Seq : seq;
        keptTo[contest.Name] = seq;
    }
}
