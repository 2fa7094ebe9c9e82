using Evaluator.Harness.Records;
using Evaluator.Harness.Shards;
using Evaluator.Harness.Storage;

namespace Evaluator.Specs.Shards;

/// <summary>Who plays what: a function of the manifest alone.</summary>
public class DealingSpecs(PlannedRun planned) : IClassFixture<PlannedRun>
{
    private static readonly int[] Counts = [1, 2, 3, 7, 8, 40, 64];

    [Fact]
    public void Every_case_is_dealt_to_exactly_one_shard()
    {
        RunManifest manifest = planned.Manifest;
        foreach (int count in Counts)
        {
            string[] dealt = [.. Enumerable.Range(1, count).SelectMany(number => Dealing.Of(manifest, new Shard(number, count)))];
            Assert.Equal(manifest.Cases, dealt.Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void Shards_take_about_equal_time_and_play_their_longest_cases_first()
    {
        // 300 cases whose costs differ 100-fold, in no order.
        var random = new Random(11);
        string[] cases = [.. Enumerable.Range(0, 300).Select(i => $"25025{i:0000000}")];
        int[] costs = [.. cases.Select(_ => random.Next(10, 1000))];
        RunManifest manifest = planned.Manifest with { Cases = cases, Costs = costs };
        Dictionary<string, int> costOf = cases.Zip(costs).ToDictionary();
        foreach (int count in Counts.Where(count => count < 40))
        {
            int[][] shards = [.. Enumerable.Range(1, count)
                .Select(number => Dealing.Of(manifest, new Shard(number, count)).Select(one => costOf[one]).ToArray())];
            ForEvery.In(shards, shard => Assert.Equal(shard.OrderDescending(), shard));
            Assert.InRange(shards.Max(shard => shard.Sum()) - shards.Min(shard => shard.Sum()), 0, 100);
        }
    }

    [Fact]
    public void A_run_that_has_no_costs_is_dealt_evenly()
    {
        RunManifest manifest = planned.Manifest with { Costs = [] };
        int[] sizes = [.. Enumerable.Range(1, 4).Select(number => Dealing.Of(manifest, new Shard(number, 4)).Count)];
        Assert.InRange(sizes.Max() - sizes.Min(), 0, 1);
    }

    [Fact]
    public void Cases_are_dealt_by_the_times_of_an_earlier_run_where_one_is_named()
    {
        string folder = planned.NewFolder();
        EvaluatorProgram plan = EvaluatorProgram.Run(
            "plan", EvaluatorProgram.Predictor("Zero"), "--data", planned.PackageFolder, "--set", "example", "--out", folder, "--durations",
                planned.Whole.Path);
        Assert.True(plan.ExitCode == 0, plan.Error);
        int[] milliseconds = [.. planned.Whole.ReadCases().Select(result => (int)Math.Round(1000 * result.WallSeconds))];
        Assert.Equal(milliseconds, RunFolder.Open(folder).ReadManifest().Costs);
        ForEvery.In(planned.Manifest.Costs, cost => Assert.Equal(603, cost));    // three locations each, and the start
    }

    [Theory]
    [InlineData("0/3"), InlineData("4/3"), InlineData("1/0"), InlineData("1")]
    [InlineData("a/b"), InlineData("1/2/3"), InlineData("-1/2"), InlineData("1/99999")]
    public void What_is_no_shard_is_said_to_be_none(string text)
    {
        FormatException wrong = Assert.Throws<FormatException>(() => Shard.Parse(text));
        Assert.Contains(text, wrong.Message);
        Assert.Contains("3/8", wrong.Message);
    }
}
