namespace Evaluator.Comparing;

/// <summary>Several tests at once: of many comparisons some look remarkable by chance, so each has to be more remarkable.</summary>
public static class Holm
{
    /// <summary>Holm (1979): the smallest of m p-values counts m times, the next m − 1 times, and none less than one before it.</summary>
    /// <returns>The adjusted p-values, in the order in which they were given.</returns>
    public static double[] Adjusted(IReadOnlyList<double> pValues)
    {
        double[] adjusted = new double[pValues.Count];
        double least = 0;
        int left = pValues.Count;
        foreach (int i in Enumerable.Range(0, pValues.Count).OrderBy(i => pValues[i]))
        {
            least = Math.Max(least, Math.Min(1, pValues[i] * left--));
            adjusted[i] = least;
        }
        return adjusted;
    }
}
