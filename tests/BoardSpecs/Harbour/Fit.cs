namespace Evaluator.BoardSpecs.Harbour;

/// <summary>Whether counts could be drawn from shares, and numbers from a distribution. Seeds are fixed, so each limit is tried once and
/// not a thousand times.</summary>
internal static class Fit
{
    /// <summary>One in 30,000 draws of a right model is beyond it.</summary>
    private const double MostDeviations = 4;

    private const double MostOfKolmogorov = 2.3;

    /// <summary>Pearson's chi-square, as deviations of a standard normal (Wilson and Hilferty 1931). Cells that expect under five are put
    /// together.</summary>
    public static void AssertShares(string what, IReadOnlyList<int> counts, IReadOnlyList<double> shares)
    {
        Assert.Equal(shares.Count, counts.Count);
        double all = counts.Sum(), sum = 0, restExpected = 0, rest = 0;
        int cells = 0;
        for (int i = 0; i < counts.Count; i++)
        {
            double expected = shares[i] * all;
            if (expected < 5)
                (restExpected, rest) = (restExpected + expected, rest + counts[i]);
            else
                (sum, cells) = (sum + (counts[i] - expected) * (counts[i] - expected) / expected, cells + 1);
        }
        if (restExpected > 0)
            (sum, cells) = (sum + (rest - restExpected) * (rest - restExpected) / restExpected, cells + 1);
        AssertChiSquare(what, sum, cells - 1);
    }

    /// <summary>Whether two rows of counts could be drawn from the same shares.</summary>
    public static void AssertSameShares(string what, IReadOnlyList<int> counts, IReadOnlyList<int> others)
    {
        double all = counts.Sum(), allOthers = others.Sum(), sum = 0;
        int cells = 0;
        for (int i = 0; i < counts.Count; i++)
        {
            if (counts[i] + others[i] < 10)
                continue;
            double difference = counts[i] * Math.Sqrt(allOthers / all) - others[i] * Math.Sqrt(all / allOthers);
            (sum, cells) = (sum + difference * difference / (counts[i] + others[i]), cells + 1);
        }
        AssertChiSquare(what, sum, cells - 1);
    }

    /// <summary>Kolmogorov and Smirnov against a distribution function.</summary>
    public static void AssertDistribution(string what, double[] numbers, Func<double, double> distribution)
    {
        Array.Sort(numbers);
        double most = 0;
        for (int i = 0; i < numbers.Length; i++)
        {
            double at = distribution(numbers[i]);
            most = Math.Max(most, Math.Max(at - (double)i / numbers.Length, (double)(i + 1) / numbers.Length - at));
        }
        double scaled = most * Math.Sqrt(numbers.Length);
        Assert.True(scaled < MostOfKolmogorov, $"{what}: the distribution is off by {most:F5}, {scaled:F2} scaled");
    }

    /// <summary>Kolmogorov and Smirnov between two samples.</summary>
    public static void AssertSameDistribution(string what, double[] numbers, double[] others)
    {
        Array.Sort(numbers);
        Array.Sort(others);
        double most = 0;
        for (int i = 0, j = 0; i < numbers.Length && j < others.Length;)
        {
            if (numbers[i] <= others[j])
                i++;
            else
                j++;
            most = Math.Max(most, Math.Abs((double)i / numbers.Length - (double)j / others.Length));
        }
        double scaled = most * Math.Sqrt((double)numbers.Length * others.Length / (numbers.Length + others.Length));
        Assert.True(scaled < MostOfKolmogorov, $"{what}: the distributions differ by {most:F5}, {scaled:F2} scaled");
    }

    private static void AssertChiSquare(string what, double sum, int freedom)
    {
        Assert.True(freedom > 0, $"{what}: one cell tells nothing");
        double spread = 2.0 / (9 * freedom);
        double deviations = (Math.Cbrt(sum / freedom) - (1 - spread)) / Math.Sqrt(spread);
        Assert.True(deviations < MostDeviations,
            $"{what}: chi-square {sum:F1} with {freedom} degrees of freedom, {deviations:F1} deviations");
    }
}
