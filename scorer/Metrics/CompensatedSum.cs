namespace Evaluator.Metrics;

/// <summary>
/// A sum with the lost low parts carried along (Neumaier 1974): the error does not grow with the number of terms, and the order of
/// adding is the order of the calls on every machine.
/// </summary>
internal struct CompensatedSum
{
    private double sum, lost;

    public readonly double Value => sum + lost;

    public void Add(double term)
    {
        double total = sum + term;
        lost += Math.Abs(sum) >= Math.Abs(term) ? sum - total + term : term - total + sum;
        sum = total;
    }
}
