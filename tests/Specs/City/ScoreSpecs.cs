using Evaluator.Contest.Calls;
using Evaluator.Contest.Cases;
using Evaluator.Contest.Oracle;
using Evaluator.Contest.Package;
using Evaluator.Contest.Truth;
using Evaluator.Scorer.Definition;
using Evaluator.Scorer.Kernel;

namespace Evaluator.Specs.City;

/// <summary>What the city pays for knowing more, on 24 block groups. MODEL.md has the figures of the whole city.</summary>
public class ScoreSpecs(GeneratedCity city)
{
    [Fact]
    public void Each_predictor_scores_more_than_the_one_that_knows_less_and_none_as_much_as_the_oracle()
    {
        DataPackage package = city.Open();
        OracleFile oracle = OracleFile.Open(city.OraclePath);
        string[] names = ["Zero", "BlockGroupRate", "SmoothedRate", "Precursor"];
        var scores = names.Select(name => (Name: name, Score: Score(package, new LoadedPredictor(name, package).Predict))).ToList();
        scores.Add(("oracle", Score(package, (_, contestCase) => Truth(oracle, contestCase))));
        for (int i = 1; i < scores.Count; i++)
            Assert.True(scores[i - 1].Score < scores[i].Score, string.Join(" < ", scores));
    }

    private static IEnumerable<double[]> Truth(OracleFile oracle, ContestCase contestCase)
    {
        foreach (int month in CallingSequence.Official.PredictedMonths)
        {
            double[] expected = new double[contestCase.Locations.Count * ContestYear.DaysIn(month) * 4];
            Assert.True(oracle.TryRead(contestCase, month, expected));
            yield return expected;
        }
    }

    private static double Score(DataPackage package, Func<DataPackage, ContestCase, IEnumerable<double[]>> predict)
    {
        EventTypeTable types = package.ReadEventTypes();
        var scorer = new MonthScorer();
        var cases = new List<double>();
        foreach (string blockGroup in package.Set("all"))
        {
            ContestCase contestCase = package.ReadCase(blockGroup);
            var months = new List<double>();
            foreach (double[] prediction in predict(package, contestCase))
            {
                int month = CallingSequence.Official.PredictedMonths[months.Count];
                scorer.Score(package.ReadTruth(contestCase, month, types).Actual, prediction, out MonthScore score);
                months.Add(score.Score);
            }
            cases.Add(CaseScore.Of([.. months]));
        }
        return CaseScore.Overall([.. cases]);
    }
}
