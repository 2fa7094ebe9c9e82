namespace Evaluator.Specs.City;

/// <summary>What the city's measurements are made of.</summary>
internal static class Statistics
{
    public static int HalfAt(double[] counts)
    {
        Array.Sort(counts);
        double half = counts.Sum() / 2;
        int taken = 0;
        for (double sum = 0; sum < half; taken++)
            sum += counts[^(taken + 1)];
        return taken;
    }

    public static double Correlation(double[] x, double[] y)
    {
        double meanX = x.Average(), meanY = y.Average(), xy = 0, xx = 0, yy = 0;
        for (int i = 0; i < x.Length; i++)
        {
            xy += (x[i] - meanX) * (y[i] - meanY);
            xx += (x[i] - meanX) * (x[i] - meanX);
            yy += (y[i] - meanY) * (y[i] - meanY);
        }
        return xy / Math.Sqrt(xx * yy);
    }

    public static double Deviation(double[] values)
    {
        double mean = values.Average();
        return Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / values.Length);
    }

    public static double Quantile(IEnumerable<double> values, double share)
    {
        double[] sorted = [.. values.Order()];
        return sorted[(int)(share * (sorted.Length - 1))];
    }
}
