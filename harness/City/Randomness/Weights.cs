namespace Evaluator.City.Randomness;

/// <summary>A discrete distribution: an index is drawn in proportion to its weight. Also draws within a range of indices.</summary>
public sealed class Weights
{
    private readonly double[] running; // running[i] = sum of the weights before i

    public Weights(int count) => running = new double[count + 1];

    public Weights(IReadOnlyList<double> weights) : this(weights.Count)
    {
        for (int i = 0; i < weights.Count; i++)
            Set(i, weights[i]);
    }

    public int Count => running.Length - 1;

    public double Total => running[^1];

    /// <summary>Weights are set in order of the index, from 0.</summary>
    public void Set(int index, double weight) => running[index + 1] = running[index] + weight;

    public int Draw(ref RandomStream random) => Draw(ref random, 0, Count);

    /// <summary>Draws from the indices <paramref name="from"/> … <paramref name="to"/> - 1.</summary>
    public int Draw(ref RandomStream random, int from, int to)
    {
        double target = running[from] + random.Unit() * (running[to] - running[from]);
        int low = from;
        int high = to - 1;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (running[middle + 1] <= target)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}
