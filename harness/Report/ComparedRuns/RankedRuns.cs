using Evaluator.Comparing;

namespace Evaluator.Report.ComparedRuns;

/// <summary>Several runs by score, with the groups of those that can't be told apart.</summary>
/// <param name="Runs">Best first; <paramref name="Ranking"/> names them by their place here.</param>
public sealed record RankedRuns(IReadOnlyList<ScoredRun> Runs, Ranking Ranking)
{
    public static RankedRuns Of(IReadOnlyList<ScoredRun> runs, ulong seed = PairedDifference.DefaultSeed)
    {
        ScoredRun[] ranked = [.. runs.OrderByDescending(run => run.Score).ThenBy(run => run.Folder, StringComparer.Ordinal)];
        return new RankedRuns(ranked, Ranking.Of(ranked[0].Cases, [.. ranked.Select(run => run.CaseScores)], seed));
    }
}
