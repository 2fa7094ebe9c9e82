namespace Evaluator.Harbour.Randomness;

/// <summary>A discrete distribution over 0 … n - 1, in proportion to whole weights.</summary>
public sealed class Weights(params ReadOnlySpan<int> weights)
{
    private readonly int[] running = RunningSums(weights);

    public int Count => running.Length;

    public int Total => running[^1];

    /// <summary>The probability of <paramref name="index"/>.</summary>
    public double Share(int index) => (double)(running[index] - (index == 0 ? 0 : running[index - 1])) / Total;

    public int Draw(ref SecretStream random)
    {
        int target = random.Below(Total);
        int index = 0;
        while (running[index] <= target)
            index++;
        return index;
    }

    private static int[] RunningSums(ReadOnlySpan<int> weights)
    {
        int[] sums = new int[weights.Length];
        int sum = 0;
        for (int i = 0; i < sums.Length; i++)
            sums[i] = sum += weights[i];
        return sums;
    }
}
