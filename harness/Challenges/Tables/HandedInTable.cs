using Evaluator.Metrics;

namespace Evaluator.Challenges.Tables;

/// <summary>
/// What was handed in, in the order of the answers' rows, and the room that metrics need. One is used again for upload after upload; it is
/// as large as the answers, never as large as what is sent.
/// </summary>
internal sealed class HandedInTable(int classes, int probabilities)
{
    /// <summary>By row, the line on which its key stood first; 0 where it did not.</summary>
    public int[] Lines { get; private set; } = [];

    /// <summary>By row, the value as a number.</summary>
    public double[] Numbers { get; private set; } = [];

    /// <summary>By row, the value as a class.</summary>
    public int[] Labels { get; private set; } = [];

    /// <summary>Row by row, the probability of each class.</summary>
    public double[] Probabilities { get; private set; } = [];

    /// <summary>One set's numbers while they are gathered: picked values, or one class's probabilities.</summary>
    public double[] Gathered { get; private set; } = [];

    /// <summary>The weights that belong to them.</summary>
    public double[] GatheredWeights { get; private set; } = [];

    /// <summary>One set's named classes while they are gathered.</summary>
    public int[] Named { get; private set; } = [];

    public double[] ConfusionScratch { get; } = new double[ConfusionMatrix.ScratchLength(Math.Max(classes, 2))];

    public RankingWorkspace Workspace { get; } = new();

    /// <summary>Keys that were there, each counted once.</summary>
    public int DistinctKeys { get; set; }

    /// <summary>Rows that were there.</summary>
    public int Rows { get; set; }

    /// <summary>Makes it empty, with room for so many rows.</summary>
    public void Begin(int rows, bool hasNumbers, bool hasLabels)
    {
        (DistinctKeys, Rows) = (0, 0);
        if (Lines.Length < rows)
            Grow(rows, hasNumbers, hasLabels);
        else
            Array.Clear(Lines);
    }

    /// <summary>Room for more rows, where the keys were not known before.</summary>
    public void Grow(int rows, bool hasNumbers, bool hasLabels)
    {
        int size = Math.Max(rows, 2 * Lines.Length);
        Lines = Resized(Lines, size);
        Gathered = Resized(Gathered, size);
        GatheredWeights = Resized(GatheredWeights, size);
        Named = Resized(Named, size);
        if (hasNumbers)
            Numbers = Resized(Numbers, size);
        if (hasLabels)
            Labels = Resized(Labels, size);
        if (probabilities > 0)
            Probabilities = Resized(Probabilities, size * probabilities);
    }

    private static T[] Resized<T>(T[] array, int size)
    {
        Array.Resize(ref array, size);
        return array;
    }
}
