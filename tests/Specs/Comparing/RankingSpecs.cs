using Evaluator.Comparing;

namespace Evaluator.Specs.Comparing;

public sealed class RankingSpecs
{
    [Fact]
    public void Runs_that_differ_from_no_other_share_one_letter() => Assert.Equal(["a", "a", "a"], LetterGroups.Of(3, []));

    [Fact]
    public void Runs_that_all_differ_have_a_letter_each() =>
        Assert.Equal(["a", "b", "c"], LetterGroups.Of(3, [Differing(0, 1), Differing(0, 2), Differing(1, 2)]));

    [Fact]
    public void A_run_between_two_that_differ_may_share_with_both() =>
    Assert.Equal(["a", "ab", "b"], LetterGroups.Of(3, [Differing(0, 2)]));

    [Fact]
    public void Two_runs_share_a_letter_exactly_when_they_do_not_differ()
    {
        (int, int)[] differing = [(0, 2), (0, 3), (1, 3), (1, 4), (2, 4)];
        IReadOnlyList<string> letters = LetterGroups.Of(5, [.. differing.Select(pair => Differing(pair.Item1, pair.Item2))]);
        for (int first = 0; first < 5; first++)
        {
            for (int second = first + 1; second < 5; second++)
                Assert.Equal(!differing.Contains((first, second)), letters[first].Intersect(letters[second]).Any());
        }
    }

    [Fact]
    public void Each_of_several_p_values_counts_as_often_as_tests_are_left()
    {
        // Holm's own scheme on four tests, by hand: 0.005 x 4, 0.01 x 3, then 0.03 x 2, and 0.04 x 1 may not fall below the one before.
        Assert.Equal([0.03, 0.06, 0.06, 0.02], Holm.Adjusted([0.01, 0.04, 0.03, 0.005]),
            (expected, found) => Math.Abs(expected - found) < 1e-15);
        Assert.Equal([1.0, 1.0], Holm.Adjusted([0.9, 0.8]));
    }

    [Fact]
    public void Three_entrants_are_compared_pair_by_pair_and_grouped()
    {
        double[] best = [.. Enumerable.Range(0, 40).Select(i => 1010.0 + i % 7)], same = [.. best.Reverse()];
        double[] worst = [.. best.Select((score, i) => score - 50 - i % 3)];
        Ranking ranking = Ranking.Of([.. best.Select((_, i) => $"case {i}")], [best, same, worst]);
        Assert.Equal([(0, 1), (0, 2), (1, 2)], ranking.Pairs.Select(pair => (pair.First, pair.Second)));
        Assert.Equal(["a", "a", "b"], ranking.Groups);
    }

    private static RankedPair Differing(int first, int second) =>
        new(first, second, new PairedDifference(1, 0.5, 1.5, 0.0001, 9, 1, 0, []), 0.001);
}
