namespace Evaluator.Metrics;

/// <summary>The weights of rows as every metric takes them: no weights at all means 1 for each row.</summary>
internal static class RowWeights
{
    public static double At(ReadOnlySpan<double> weights, int row) => weights.IsEmpty ? 1 : weights[row];

    /// <exception cref="ArgumentException">Two columns of a table differ in length.</exception>
    public static void RequireRows(int rows, int others, ReadOnlySpan<double> weights)
    {
        if (rows != others)
            throw new ArgumentException($"{rows} rows of answers were given and {others} of predictions.");
        if (!weights.IsEmpty && weights.Length != rows)
            throw new ArgumentException($"{rows} rows were given and {weights.Length} weights.");
    }
}
