using System.Diagnostics;
using Evaluator.Standings.Contests;
using Evaluator.Standings.Disclosure;
using Evaluator.Standings.Log;
using Evaluator.Standings.Tables;

namespace Evaluator.Benchmarks.Board;

/// <summary>
/// What a large contest costs in CPU time: one thread, a log of as many entries as asked for, in memory as the store would hand it over.
/// </summary>
internal static class BoardFold
{
    private const int NewResults = 2000;

    public static BoardFoldFigures Measure(int teams, int entries)
    {
        BigLog log = BigLog.Of(teams, entries);
        long before = GC.GetTotalMemory(forceFullCollection: true);
        Stopwatch watch = new();
        TimeSpan start = Cpu;
        Standings.Contests.Contest contest = new(log.Open);
        foreach (byte[] line in log.Lines)
            contest.Apply(EntryText.Read(line));
        TimeSpan folded = Cpu - start;
        ContestPhase phase = contest.Phase("live")!;
        int ranked = contest.Provisional(phase, Audience.Public).Count;
        TimeSpan rebuilt = Cpu - start;
        long memory = GC.GetTotalMemory(forceFullCollection: true) - before;

        start = Cpu;
        int checkedEntries = Math.Min(log.Lines.Count, 100_000);
        Entry? last = null;
        for (int i = 0; i < checkedEntries; i++)
        {
            Entry entry = EntryText.Read(log.Lines[i]);
            if (Chain.Check(last, entry) is { } fault)
                throw new InvalidOperationException(fault.ToString());
            last = entry;
        }
        TimeSpan chain = (Cpu - start) * ((double)log.Lines.Count / checkedEntries);

        start = Cpu;
        double[] milliseconds = new double[NewResults];
        for (int i = 0; i < NewResults; i++)
        {
            (Entry accepted, Entry recorded) = log.Next(contest);
            contest.Apply(accepted);
            watch.Restart();
            contest.Apply(recorded);
            _ = contest.Provisional(phase, Audience.Public).Rows(0, 100);
            milliseconds[i] = watch.Elapsed.TotalMilliseconds;
        }
        TimeSpan results = Cpu - start;
        Array.Sort(milliseconds);
        return new BoardFoldFigures
        {
            Teams = teams,
            Entries = entries,
            Ranked = ranked,
            Folded = folded,
            Rebuilt = rebuilt,
            Chain = chain,
            Memory = memory,
            NewResult = milliseconds,
            NewResultCpu = results.TotalMilliseconds / NewResults,
            PagesASecond = PagesASecond(contest, phase),
            PastMilliseconds = PastMilliseconds(contest, phase),
        };
    }

    /// <summary>CPU time of the process: what one core that does nothing else takes, whatever else this machine does.</summary>
    private static TimeSpan Cpu => Environment.CpuUsage.TotalTime;

    private static double PagesASecond(Standings.Contests.Contest contest, ContestPhase phase)
    {
        StandingsTable table = contest.Provisional(phase, Audience.Public);
        TimeSpan start = Cpu;
        int pages = 0;
        for (; pages < 5000; pages++)
            _ = table.Rows(pages * 100 % table.Count, 100);
        return pages / (Cpu - start).TotalSeconds;
    }

    private static double PastMilliseconds(Standings.Contests.Contest contest, ContestPhase phase)
    {
        const int Moments = 20;
        TimeSpan start = Cpu;
        for (int i = 1; i <= Moments; i++)
            _ = contest.Provisional(phase, Audience.Public, contest.Seq * i / (Moments + 1)).Rows(0, 100);
        return (Cpu - start).TotalMilliseconds / Moments;
    }
}
