using Evaluator.Comparing;
using Evaluator.Report.ComparedRuns;

namespace Evaluator.Cli.Screens;

/// <summary>A comparison for programs: the figures of <see cref="ComparisonTables"/>, and of single cases no more than it shows.</summary>
internal static class ComparisonJson
{
    public static object Of(ScoredRun a, ScoredRun b, PairedDifference difference, bool forCompetitors) => new
    {
        A = Run(a, forCompetitors),
        B = Run(b, forCompetitors),
        Difference = difference.Mean,
        difference.Low,
        difference.High,
        P = difference.PValue,
        Distinguishable = difference.IsDistinguishable,
        BetterCases = difference.Wins,
        WorseCases = difference.Losses,
        SameCases = difference.Ties,
        Influences = difference.Influences
            .Where(influence => !forCompetitors || (a.View.Shows(influence.Case) && b.View.Shows(influence.Case)))
            .Select(influence => new { influence.Case, influence.Difference }),
    };

    public static object Of(RankedRuns ranked) => new
    {
        Runs = ranked.Runs.Select((run, rank) => new { Predictor = run.Label, run.Score, Group = ranked.Ranking.Groups[rank] }),
        Pairs = ranked.Ranking.Pairs.Select(pair => new
        {
            Better = ranked.Runs[pair.First].Label,
            Worse = ranked.Runs[pair.Second].Label,
            Difference = pair.Difference.Mean,
            pair.Difference.Low,
            pair.Difference.High,
            PAdjusted = pair.AdjustedPValue,
        }),
    };

    private static object Run(ScoredRun run, bool forCompetitors) => new
    {
        Predictor = run.Label,
        run.Score,
        Folder = forCompetitors ? Path.GetFileName(run.Folder) : run.Folder,
    };
}
