namespace Evaluator.Benchmarks;

/// <summary>A ratio, taken in several turns within one run: how far these lie apart says how well the machine can tell.</summary>
internal sealed class Figure
{
    private readonly double[] ordered;

    /// <param name="turns">The ratio in each turn; at least one.</param>
    public Figure(params IEnumerable<double> turns) => ordered = [.. turns.Order()];

    public double Median => ordered[ordered.Length / 2];

    public double Least => ordered[0];

    public double Most => ordered[^1];

    /// <summary>Of two subjects that took turns, turn by turn.</summary>
    public static Figure Of(double[] subject, double[] yardstick) => new(subject.Zip(yardstick, (own, other) => own / other));
}
