using Evaluator.Report.Comparing;

namespace Evaluator.Specs.Report;

public sealed class RankingSpecs
{
    [Fact]
    public void Runs_that_differ_from_no_other_share_one_letter() => Assert.Equal(["a", "a", "a"], Ranking.Letters(3, []));

    [Fact]
    public void Runs_that_all_differ_have_a_letter_each() =>
        Assert.Equal(["a", "b", "c"], Ranking.Letters(3, [Differing(0, 1), Differing(0, 2), Differing(1, 2)]));

    [Fact]
    public void A_run_between_two_that_differ_may_share_with_both() => Assert.Equal(["a", "ab", "b"], Ranking.Letters(3, [Differing(0, 2)]));

    [Fact]
    public void Two_runs_share_a_letter_exactly_when_they_do_not_differ()
    {
        (int, int)[] differing = [(0, 2), (0, 3), (1, 3), (1, 4), (2, 4)];
        IReadOnlyList<string> letters = Ranking.Letters(5, [.. differing.Select(pair => Differing(pair.Item1, pair.Item2))]);
        for (int first = 0; first < 5; first++)
        {
            for (int second = first + 1; second < 5; second++)
                Assert.Equal(!differing.Contains((first, second)), letters[first].Intersect(letters[second]).Any());
        }
    }

    private static RankedPair Differing(int first, int second) => new(first, second, new PairedDifference(1, 0.5, 1.5, 0.0001, 9, 1, 0, []), 0.001);
}
