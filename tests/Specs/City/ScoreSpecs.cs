using Evaluator.Contest;
using Evaluator.Contest.Oracle;
using Evaluator.Scorer;

namespace Evaluator.Specs.City;

/// <summary>What the city pays for knowing more. The shipped predictors' figures over the whole city are in MODEL.md.</summary>
public class ScoreSpecs(GeneratedCity city)
{
    [Fact]
    public void Nothing_scores_less_than_the_block_groups_rate_and_that_less_than_the_truth()
    {
        DataPackage package = city.Open();
        OracleFile oracle = OracleFile.Open(city.OraclePath);
        double nothing = Score(package, (_, _, _) => { });
        double blockGroupRate = Score(package, (contestCase, month, prediction) => FillWithRate(package, contestCase, month, prediction));
        double truth = Score(package, (contestCase, month, prediction) => Assert.True(oracle.TryRead(contestCase, month, prediction)));
        Assert.True(nothing < blockGroupRate && blockGroupRate < truth, $"nothing {nothing}, block group's rate {blockGroupRate}, truth {truth}");
    }

    /// <summary>The mean month so far of each type, spread evenly over locations and days.</summary>
    private static void FillWithRate(DataPackage package, ContestCase contestCase, int month, double[] prediction)
    {
        EventTypeTable types = package.ReadEventTypes();
        var events = new double[4];
        for (int past = 1; past < month; past++)
        {
            using TextLines lines = package.ReadEmergencies(contestCase.BlockGroup, past);
            var placer = new EventPlacer(contestCase, past, types, package.Columns, lines);
            for (int line = 1; line < lines.Count; line++)
                if (placer.Place(lines[line], out PlacedEvent placed) == Placement.Placed) events[placed.Type]++;
        }
        for (int i = 0; i < prediction.Length; i++) prediction[i] = events[i % 4] / (month - 1) / (prediction.Length / 4);
    }

    private static double Score(DataPackage package, Action<ContestCase, int, double[]> predict)
    {
        EventTypeTable types = package.ReadEventTypes();
        var scorer = new MonthScorer();
        var cases = new List<double>();
        foreach (string blockGroup in package.Set("all"))
        {
            ContestCase contestCase = package.ReadCase(blockGroup);
            var months = new List<double>();
            foreach (int month in CallingSequence.Official.PredictedMonths)
            {
                ActualMonth actual = GroundTruth.Read(package, contestCase, month, types).Actual;
                var prediction = new double[actual.CellCount];
                predict(contestCase, month, prediction);
                scorer.Score(actual, prediction, out MonthScore score);
                months.Add(score.Score);
            }
            cases.Add(CaseScore.Of([.. months]));
        }
        return CaseScore.Overall([.. cases]);
    }
}
