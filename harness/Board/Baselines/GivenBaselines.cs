using System.Data.Common;
using Evaluator.Board.Contests;
using Evaluator.Board.Journals;
using Evaluator.Challenges;
using Evaluator.Challenges.Reading;
using Evaluator.Standings.Log.Bodies;
using Evaluator.Standings.Results;
using Evaluator.Standings.Sealing;

namespace Evaluator.Board.Baselines;

/// <summary>
/// Writes baselines whose values are given into the log, when a contest comes to the board and when its folder has changed.
/// </summary>
internal sealed class GivenBaselines(ContestShelf shelf, Journal journal, TimeProvider clock, ILogger<GivenBaselines> log)
    : BackgroundService
{
    /// <summary>Who the log says did what the board did by itself.</summary>
    private const string Actor = "board";

    private readonly Dictionary<string, ChallengeFolder> done = new(StringComparer.Ordinal);
    private string said = "";

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            Write();
            await Task.Delay(TimeSpan.FromSeconds(1), clock, stop);
        }
    }

    private void Write()
    {
        try
        {
            foreach (RunningContest contest in shelf.All)
                Write(contest);
        }
        catch (Exception away) when (away is DbException or IOException or ChallengeFaultsException)
        {
            if (said != away.Message)
                log.LogWarning(away, "Baselines whose values are given can't be written; tried again every second.");
            said = away.Message;
        }
    }

    private void Write(RunningContest contest)
    {
        if (done.GetValueOrDefault(contest.Name) == contest.Folder)
            return;
        foreach (Baseline baseline in contest.Challenge.Baselines)
        {
            if (baseline.Values is { } values)
                Write(contest, baseline, Rounded(contest.Challenge.Columns, values));
        }
        done[contest.Name] = contest.Folder;
    }

    private void Write(RunningContest contest, Baseline baseline, IReadOnlyDictionary<string, decimal> values)
    {
        foreach (Phase phase in contest.Live.Phases.Where(phase => baseline.IsOf(phase.Name)))
        {
            journal.Append(contest.Name, (now, _) =>
            {
                if (BaselineNews.IsKnown(now, phase, baseline, values))
                    return [];
                var text = SealedText.Fresh(new ResultValues(values, PublicationHash: null).ToText());
                BaselineSet body = new(baseline.Name, phase.Name, phase.Set, text.Seal, Cases: null, baseline.Start);
                return [new Draft(Actor, body, [text], null)];
            });
        }
    }

    private static SortedDictionary<string, decimal> Rounded(IReadOnlyList<Column> columns, IReadOnlyDictionary<string, decimal> values)
    {
        SortedDictionary<string, decimal> rounded = new(StringComparer.Ordinal);
        foreach (Column column in columns.Where(column => column.Formula is null && values.ContainsKey(column.Name)))
            rounded[column.Name] = decimal.Round(values[column.Name], column.Decimals);
        return rounded;
    }
}
