using System.Runtime.InteropServices;
using Evaluator.Benchmarks.Races;
using Evaluator.Scorer.Definition;
using Evaluator.Scorer.Kernel;
using Evaluator.Specs.Scorer;

namespace Evaluator.Benchmarks;

/// <summary>One block group of 250 locations, over and over: its month (240 KB) sits in the second-level cache.</summary>
internal static unsafe class WarmMeasurement
{
    public const int Locations = 250;

    /// <summary>Best ns a location-month, by subject, in each part of the race.</summary>
    /// <param name="rounds">Turns of each subject.</param>
    /// <param name="parts">Into how many parts they fall.</param>
    /// <param name="slow">Does the kernel's work twice over, to show that the gates notice.</param>
    /// <param name="peers">Null to leave them out.</param>
    public static Dictionary<string, double[]> Run(int rounds, int parts, bool slow, Peers? peers)
    {
        BlockGroupMonths group = BlockGroupMonths.Generate(new Random(1), Locations, 30, 31);
        (ActualMonth actual, double[] predictions) = (group.Actuals[0], group.Predictions[0]);
        double[] outside = [.. predictions.Select((value, cell) => cell % 120 == 7 ? -value : value)];
        double* aligned = (double*)NativeMemory.AlignedAlloc((nuint)predictions.Length * sizeof(double), 4096);
        predictions.CopyTo(new Span<double>(aligned, predictions.Length));
        var scorer = new MonthScorer();
        var race = new Race(rounds);
        race.Add("read pass", 100 * Locations, () => Times(100, () => ReadPass.Sum(predictions)));
        race.Add("kernel", 100 * Locations, () => Times(slow ? 200 : 100, () => Score(scorer, actual, predictions)));
        var quiet = new ActualMonth(actual.Layout, 30, []);
        race.Add("kernel, no events", 100 * Locations, () => Times(100, () => Score(scorer, quiet, predictions)));
        race.Add("kernel, aligned", 100 * Locations,
            () => Times(100, () => Score(scorer, actual, new ReadOnlySpan<double>(aligned, predictions.Length))));
        race.Add("kernel, 31 days", 100 * Locations, () => Times(100, () => Score(scorer, group.Actuals[1], group.Predictions[1])));
        race.Add("kernel, all clamped", 100 * Locations, () => Times(100, () => Score(scorer, actual, outside)));
        foreach (LaneWidth width in Enum.GetValues<LaneWidth>().Where(width => width > LaneWidth.Plain && width < MonthScorer.Widest))
        {
            var narrow = new MonthScorer(width);
            race.Add($"kernel, {width}", 25 * Locations, () => Times(slow ? 50 : 25, () => Score(narrow, actual, predictions)));
            race.Add($"kernel, {width}, all clamped", 25 * Locations, () => Times(25, () => Score(narrow, actual, outside)));
        }
        race.Add("plain definition", 2 * Locations, () => Times(2, () => PlainMonthScorer.Score(actual, predictions, out _)));
        if (peers is { HasCpp: true })
        {
            var month = new PeerMonth(actual, predictions);
            RequireSameScore(peers.ScorePlain(month), actual, predictions);
            race.Add("C++ -O3", 25 * Locations, () => Times(25, () => peers.ScorePlain(month)));
            if (peers.HasIntrinsics)
            {
                RequireSameScore(peers.ScoreIntrinsics(month), actual, predictions);
                race.Add("C++ with intrinsics", 100 * Locations, () => Times(100, () => peers.ScoreIntrinsics(month)));
            }
        }
        Dictionary<string, double[]> best = race.Run(parts);
        NativeMemory.AlignedFree(aligned);
        if (peers is not null)
        {
            best["literal pseudocode"] = [LiteralTime(actual, predictions)];
            if (peers.NumPyTime(Locations, 30, actual.Layout.StreetCount) is { } time)
                best["NumPy"] = [time];
        }
        return best;
    }

    private static void Score(MonthScorer scorer, ActualMonth actual, ReadOnlySpan<double> predictions) =>
        scorer.Score(actual, predictions, out _);

    private static void Times(int count, Action action)
    {
        for (int time = 0; time < count; time++)
            action();
    }

    /// <summary>A race against something that computes something else is worth nothing.</summary>
    private static void RequireSameScore(GranularityValues peer, ActualMonth actual, double[] predictions)
    {
        PlainMonthScorer.Score(actual, predictions, out MonthScore score);
        if (Math.Abs(peer.Location / score.Rmse.Location - 1) + Math.Abs(peer.Street / score.Rmse.Street - 1)
            + Math.Abs(peer.BlockGroup / score.Rmse.BlockGroup - 1) > 1e-12)
            throw new InvalidOperationException($"A peer in perf/peers is wrong: {peer} instead of {score.Rmse}.");
    }

    /// <summary>The formula, letter by letter, for the same month.</summary>
    public static LiteralScorer LiteralOf(ActualMonth actual, double[] predictions)
    {
        int[] counts = new int[predictions.Length];
        foreach (ActualCell cell in actual.CellsOf(0, actual.Layout.LocationCount))
            counts[cell.Place * actual.RowLength + cell.Index] = (int)cell.Count;
        return new LiteralScorer(actual.Layout.StreetOfLocation.ToArray(), actual.DayCount, predictions, counts);
    }

    private static double LiteralTime(ActualMonth actual, double[] predictions)
    {
        LiteralScorer literal = LiteralOf(actual, predictions);
        var race = new Race(60); // enough turns for the JIT to have compiled it in earnest
        race.Add("literal", Locations, () => literal.Errors());
        return race.Run()["literal"];
    }
}
