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
        double blockGroupRate = Score(package, (contestCase, month, prediction) => prediction.AsSpan().Fill(EventsBefore(package, contestCase, month) / (double)prediction.Length));
        double truth = Score(package, (contestCase, month, prediction) => Assert.True(oracle.TryRead(contestCase, month, prediction)));
        Assert.True(nothing < blockGroupRate && blockGroupRate < truth, $"nothing {nothing}, block group's rate {blockGroupRate}, truth {truth}");
    }

    /// <summary>A month's share of the events from January to the month before.</summary>
    private static double EventsBefore(DataPackage package, ContestCase contestCase, int month)
    {
        EventTypeTable types = package.ReadEventTypes();
        double events = Enumerable.Range(1, month - 1).Sum(past => GroundTruth.Read(package, contestCase, past, types).Actual.EventCount);
        return events / (month - 1);
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
