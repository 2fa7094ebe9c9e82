using System.Numerics;
using Evaluator.Scorer.Definition;

namespace Evaluator.Specs.Scorer;

/// <summary>
/// The mean squared errors in whole numbers without any rounding: predictions as multiples of 2^-52, which clamped doubles of
/// the samples are, and everything over one common denominator.
/// </summary>
internal static class ExactScorer
{
    private const int FractionBits = 52;
    private static readonly int[] Weights = [8, 6, 20, 1];

    public static GranularityValues Errors(int[] streetOfLocation, int days, double[] predictions, int[] actual)
    {
        BigInteger[] difference = [.. predictions.Zip(actual, (predicted, count) =>
            new BigInteger(Math.ScaleB(predicted, FractionBits)) - (new BigInteger(count) << FractionBits))];
        int[] all = [.. Enumerable.Range(0, streetOfLocation.Length)];
        return new GranularityValues(
            Rmse([.. all.Select(location => new[] { location })], days, difference),
            Rmse([.. all.GroupBy(location => streetOfLocation[location]).Select(street => street.ToArray())], days, difference),
            Rmse([all], days, difference));
    }

    private static double Rmse(int[][] sets, int days, BigInteger[] difference)
    {
        BigInteger common = sets.Select(set => new BigInteger(set.Length) * set.Length).Aggregate(BigInteger.One, LeastMultiple);
        int[] spans = [1, 3, 7, 14, days];
        BigInteger spanCommon = spans.Select(span => new BigInteger(days - span + 1) * span * span)
            .Aggregate(BigInteger.One, LeastMultiple);
        BigInteger numerator = 0;
        foreach (int[] set in sets)
        {
            BigInteger form = 0;
            foreach (int span in spans)
                form += spanCommon / ((days - span + 1) * span * span) * Squares(set, span, days, difference);
            numerator += form * (common / (set.Length * set.Length));
        }
        return SquareRoot(numerator, common * spanCommon * 175 * sets.Length << (2 * FractionBits));
    }

    private static BigInteger Squares(int[] set, int span, int days, BigInteger[] difference)
    {
        BigInteger squares = 0;
        for (int type = 0; type < 4; type++)
        {
            for (int window = 0; window + span <= days; window++)
            {
                BigInteger sum = 0;
                foreach (int location in set)
                {
                    for (int day = window; day < window + span; day++)
                        sum += difference[(location * days + day) * 4 + type];
                }
                squares += Weights[type] * sum * sum;
            }
        }
        return squares;
    }

    private static BigInteger LeastMultiple(BigInteger a, BigInteger b) => a / BigInteger.GreatestCommonDivisor(a, b) * b;

    /// <summary>The root of a quotient: scaled to some 70 bits, so that the two roundings are those of the last conversions.</summary>
    private static double SquareRoot(BigInteger numerator, BigInteger denominator)
    {
        if (numerator.IsZero)
            return 0;
        int shift = (int)(denominator.GetBitLength() - numerator.GetBitLength()) + 140;
        shift += shift & 1;
        BigInteger root = Root((shift > 0 ? numerator << shift : numerator >> -shift) / denominator);
        return Math.ScaleB((double)root, -shift / 2);
    }

    private static BigInteger Root(BigInteger square)
    {
        BigInteger root = BigInteger.One << (int)((square.GetBitLength() + 1) / 2);
        while (true)
        {
            BigInteger next = (root + square / root) >> 1;
            if (next >= root)
                return root;
            root = next;
        }
    }
}
