namespace Evaluator.Comparing;

/// <summary>
/// How much more one entrant scores than another, case by case. Both played the same cases, so the cases' own difficulty cancels: an
/// unpaired
/// test would drown the difference in it.
/// </summary>
/// <param name="Mean">Mean of second − first over the cases: the difference of the two scores.</param>
/// <param name="Low">Lower end of the 95 % interval of <paramref name="Mean"/>; null with fewer than <see cref="FewestCases"/>
/// cases.</param>
/// <param name="High">Its upper end.</param>
/// <param name="PValue">How often a mean this far from zero comes up when the two are interchangeable in every case.</param>
/// <param name="Wins">Cases in which the second scores more.</param>
/// <param name="Losses">Cases in which the first scores more.</param>
/// <param name="Ties">Cases with the same score.</param>
/// <param name="Influences">The cases that decide it, the greatest absolute difference first.</param>
public sealed record PairedDifference(
    double Mean, double? Low, double? High, double PValue, int Wins, int Losses, int Ties, IReadOnlyList<CaseInfluence> Influences)
{
    public const double Level = 0.95;

    /// <summary>
    /// With four cases a resample is one case four times over in 1.6 % of all draws: there is no 2.5 % quantile to speak of.
    /// </summary>
    public const int FewestCases = 5;

    public const ulong DefaultSeed = 2011;

    public const int Resamples = 10_000;

    /// <summary>Up to here all 2^n sign patterns are counted, so the p-value is exact.</summary>
    private const int MostCasesEnumerated = 13;

    /// <summary>Whether interval and test both say that it is not chance.</summary>
    public bool IsDistinguishable => Low is { } low && High is { } high && (low > 0 || high < 0) && PValue < 1 - Level;

    /// <param name="cases">The cases' names.</param>
    /// <param name="first">The first's scores of these cases.</param>
    /// <param name="second">The second's.</param>
    /// <param name="seed">The same seed gives the same figures.</param>
    /// <param name="resamples">Draws for the interval, and as many for the p-value.</param>
    public static PairedDifference Of(
        IReadOnlyList<string> cases, ReadOnlySpan<double> first, ReadOnlySpan<double> second, ulong seed = DefaultSeed,
        int resamples = Resamples)
    {
        if (first.Length != cases.Count || second.Length != cases.Count || cases.Count == 0)
        {
            throw new ArgumentException(
                $"{cases.Count} cases need as many scores in both runs; {first.Length} and {second.Length} were given.", nameof(cases));
        }
        double[] differences = new double[cases.Count];
        for (int i = 0; i < differences.Length; i++)
            differences[i] = second[i] - first[i];

        double mean = differences.Average();
        (double Low, double High)? interval = differences.Length < FewestCases ? null : Interval(differences, mean, seed, resamples);
        return new PairedDifference(
            mean,
            interval?.Low,
            interval?.High,
            PValueOf(differences, seed, resamples),
            differences.Count(difference => difference > 0),
            differences.Count(difference => difference < 0),
            differences.Count(difference => difference == 0),
            CaseInfluence.Of(cases, differences));
    }

    /// <summary>
    /// The bootstrap-t interval (Efron and Tibshirani, An Introduction to the Bootstrap, 1993, 12.5): cases are drawn with replacement, and
    /// each
    /// resample's mean is measured in its own standard errors. The score's tail is heavy and skewed; there the plain percentile interval is
    /// too short (PairedDifferenceSpecs has both coverages).
    /// </summary>
    internal static (double Low, double High) Interval(ReadOnlySpan<double> differences, double mean, ulong seed, int resamples)
    {
        double error = StandardError(differences, mean);
        if (error == 0)
            return (mean, mean);
        var random = new SplitMix64(seed);
        int count = differences.Length;
        double[] ratios = new double[resamples];
        for (int resample = 0; resample < resamples; resample++)
        {
            // Centred, so that the sum of squares loses no digits.
            double sum = 0, squares = 0;
            for (int i = 0; i < count; i++)
            {
                double difference = differences[random.Below(count)] - mean;
                sum += difference;
                squares += difference * difference;
            }
            double variance = Math.Max(0, (squares - sum * sum / count) / (count - 1));
            double meanShift = sum / count;
            ratios[resample] = meanShift == 0 ? 0 : meanShift / Math.Sqrt(variance / count);    // ±∞ where all draws were one case
        }
        Array.Sort(ratios);
        int tail = (int)(resamples * (1 - Level) / 2);
        return (mean - ratios[^(tail + 1)] * error, mean - ratios[tail] * error);
    }

    /// <summary>
    /// The sign-flip permutation test (Fisher 1935): were the runs interchangeable, each difference could as well have the other sign. The
    /// observed
    /// pattern counts as one of the draws, so p is never 0 (Phipson and Smyth 2010).
    /// </summary>
    private static double PValueOf(ReadOnlySpan<double> differences, ulong seed, int resamples)
    {
        double observed = 0, magnitude = 0;
        foreach (double difference in differences)
        {
            observed += difference;
            magnitude += Math.Abs(difference);
        }
        // The same terms added in other signs round differently: a hair below counts as equal.
        double threshold = Math.Abs(observed) - 1e-12 * magnitude;
        if (differences.Length <= MostCasesEnumerated)
            return (double)CountAtLeast(differences, threshold) / (1 << differences.Length);

        var random = new SplitMix64(~seed);
        int atLeast = 0;
        for (int resample = 0; resample < resamples; resample++)
        {
            double sum = 0;
            ulong signs = 0;
            for (int i = 0; i < differences.Length; i++)
            {
                signs = i % 64 == 0 ? random.Next() : signs >> 1;
                sum += (signs & 1) == 0 ? differences[i] : -differences[i];
            }
            if (Math.Abs(sum) >= threshold)
                atLeast++;
        }
        return (atLeast + 1.0) / (resamples + 1);
    }

    private static int CountAtLeast(ReadOnlySpan<double> differences, double threshold)
    {
        int atLeast = 0;
        for (int signs = 0; signs < 1 << differences.Length; signs++)
        {
            double sum = 0;
            for (int i = 0; i < differences.Length; i++)
                sum += (signs >> i & 1) == 0 ? differences[i] : -differences[i];
            if (Math.Abs(sum) >= threshold)
                atLeast++;
        }
        return atLeast;
    }

    private static double StandardError(ReadOnlySpan<double> differences, double mean)
    {
        double squares = 0;
        foreach (double difference in differences)
            squares += (difference - mean) * (difference - mean);
        return Math.Sqrt(squares / (differences.Length - 1) / differences.Length);
    }
}
