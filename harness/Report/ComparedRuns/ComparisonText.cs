using System.Globalization;
using Evaluator.Comparing;

namespace Evaluator.Report.ComparedRuns;

/// <summary>A comparison in a sentence.</summary>
public static class ComparisonText
{
    /// <param name="difference">b − a.</param>
    public static string InWords(string a, string b, PairedDifference difference)
    {
        if (difference.Ties == difference.Influences.Count)
            return $"Not distinguishable: {a} and {b} score the same in every case.";
        string figures = difference is { Low: { } low, High: { } high }
            ? $"95 % interval {Points(low)} to {Points(high)}, p = {PValue(difference.PValue)}"
            : $"p = {PValue(difference.PValue)}; {difference.Influences.Count} cases are too few for an interval";
        if (!difference.IsDistinguishable)
            return $"Not distinguishable on these cases: {b} scores {Points(difference.Mean)} against {a} ({figures}).";
        (string better, string worse) = difference.Mean > 0 ? (b, a) : (a, b);
        return $"{better} is better than {worse} by {Math.Abs(difference.Mean).ToString("F3", CultureInfo.InvariantCulture)} points a case "
            + $"({b} − {a}: {figures}).{Caution(difference)}";
    }

    public static string Points(double points) => points.ToString("+0.000;-0.000;0.000", CultureInfo.InvariantCulture);

    public static string PValue(double value) => value.ToString(value < 0.001 ? "F4" : "F3", CultureInfo.InvariantCulture);

    /// <summary>How many of the cases that speak for the winner have to go before it no longer leads.</summary>
    private static string Caution(PairedDifference difference)
    {
        double sum = difference.Mean * difference.Influences.Count;
        int sign = Math.Sign(sum), removed = 0;
        foreach (CaseInfluence influence in difference.Influences.Where(influence => Math.Sign(influence.Difference) == sign))
        {
            if (Math.Sign(sum) != sign)
                break;
            sum -= influence.Difference;
            removed++;
        }
        return removed <= Math.Max(1, difference.Influences.Count / 50)
            ? $" It rests on few cases: without the {removed} that speak most for it, it would not lead." : "";
    }
}
