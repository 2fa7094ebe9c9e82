using Evaluator.Comparing;
using Evaluator.Report.ComparedRuns;

namespace Evaluator.Specs.Report;

public sealed class ComparisonTextSpecs
{
    [Fact]
    public void Equal_scores_are_said_to_be_the_same() =>
        Assert.Equal("Not distinguishable: A and B score the same in every case.", InWords([1, 2, 3], [1, 2, 3]));

    [Fact]
    public void The_better_one_is_named_whichever_came_first()
    {
        double[] worse = [.. Enumerable.Range(0, 95).Select(i => 1000.0 + i)], better = [.. worse.Select((score, i) => score + 10 + i % 5)];
        Assert.StartsWith("B is better than A by ", InWords(worse, better), StringComparison.Ordinal);
        Assert.StartsWith("A is better than B by ", InWords(better, worse), StringComparison.Ordinal);
    }

    [Fact]
    public void Too_few_cases_for_an_interval_are_said() =>
        Assert.Contains("4 cases are too few for an interval", InWords([0, 0, 0, 0], [1, 2, 3, 4]), StringComparison.Ordinal);

    private static string InWords(double[] first, double[] second) =>
        ComparisonText.InWords("A", "B", PairedDifference.Of([.. first.Select((_, i) => $"case {i}")], first, second));
}
