using Evaluator.Challenges;

namespace Evaluator.Standings.Ladders;

/// <summary>
/// A team's ladder (Blum and Hardt 2015, "The Ladder", with the threshold that was measured for this contest). It keeps the best
/// values case by case; a submission counts as better only if its mean paired difference is at least the greater of a share of the best
/// mean
/// and so many standard errors of the paired differences. Sums run from the first case to the last, so that the bits are the same anywhere.
/// </summary>
public sealed class Ladder(LadderStart start)
{
    private double[] best = start.Cases;
    private double bestMean = start.Mean;

    /// <summary>Steps of the grid over the baseline, as released; 0 before the first improvement.</summary>
    public long Steps { get; private set; }

    /// <summary>Whether something has been better than the baseline.</summary>
    public bool HasMoved { get; private set; }

    public double Released => start.Released(Steps);

    /// <summary>Takes the next submission.</summary>
    /// <param name="cases">A value for each case of the baseline, in the same order.</param>
    /// <returns>Whether it counts as better.</returns>
    public bool Take(double[] cases)
    {
        if (!IsBetter(best, bestMean, cases, start.Direction, start.Settings))
            return false;
        best = cases;
        bestMean = MeanOf(cases);
        Steps = start.StepsOf(bestMean);
        HasMoved = true;
        return true;
    }

    /// <summary>Whether the values are better than the best ones by more than luck.</summary>
    public static bool IsBetter(double[] best, double bestMean, double[] cases, Direction direction, LadderSettings settings)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(cases.Length, best.Length);
        int n = cases.Length;
        double sign = direction == Direction.More ? 1 : -1;
        double sum = 0;
        for (int i = 0; i < n; i++)
            sum += sign * (cases[i] - best[i]);
        double mean = sum / n;
        double squares = 0;
        for (int i = 0; i < n; i++)
        {
            double off = sign * (cases[i] - best[i]) - mean;
            squares += off * off;
        }
        double error = Math.Sqrt(squares / (n - 1)) / Math.Sqrt(n);
        double least = Math.Max((double)settings.Step * Math.Abs(bestMean), (double)settings.Errors * error);
        return mean > 0 && mean >= least;
    }

    public static double MeanOf(double[] cases)
    {
        double sum = 0;
        for (int i = 0; i < cases.Length; i++)
            sum += cases[i];
        return sum / cases.Length;
    }
}
