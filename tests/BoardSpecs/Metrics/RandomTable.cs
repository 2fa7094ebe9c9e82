namespace Evaluator.BoardSpecs.Metrics;

/// <summary>Table number n of the fixture: the same draws as <c>Table</c> in tests/golden/metrics/make.py, so the same bits.</summary>
internal sealed class RandomTable
{
    private ulong state;

    public RandomTable(int number)
    {
        state = (ulong)number;
        Rows = Below(5) == 0 ? 1 + Below(8) : 2 + Below(120);
        Classes = 2 + Below(4);
        bool weighted = Below(2) == 1, ties = Below(2) == 1, constant = Below(16) == 0;
        int present = Below(4) == 0 ? 1 + Below(Classes) : Classes, share = 1 + Below(9);
        Alpha = (1 + Below(19)) / 20.0;
        (Actual, Predicted, Score) = (new double[Rows], new double[Rows], new double[Rows]);
        (Binary, Label, Named) = (new int[Rows], new int[Rows], new int[Rows]);
        (Probabilities, Weights) = (new double[Rows * Classes], weighted ? new double[Rows] : []);
        for (int row = 0; row < Rows; row++)
            Fill(row, ties, constant, present, share);
    }

    public int Rows { get; }

    public int Classes { get; }

    public double Alpha { get; }

    public double[] Actual { get; }

    public double[] Predicted { get; }

    public double[] Score { get; }

    public int[] Binary { get; }

    public int[] Label { get; }

    public int[] Named { get; }

    public double[] Probabilities { get; }

    public double[] Weights { get; }

    private void Fill(int row, bool ties, bool constant, int present, int share)
    {
        Actual[row] = constant ? 4 : 8 * Unit();
        Predicted[row] = Below(3) != 0 ? Math.Max(Actual[row] + Unit() - 0.5, 0) : 8 * Unit();
        Binary[row] = Below(10) < share ? 1 : 0;
        Score[row] = ties ? Below(9) / 8.0 : Unit();
        Label[row] = Below(present);
        Named[row] = Below(3) == 0 ? Below(Classes) : Label[row];
        Span<double> parts = Probabilities.AsSpan(row * Classes, Classes);
        double total = 0;
        foreach (ref double part in parts)
            total += part = ties ? 1 + Below(8) : Unit();
        foreach (ref double part in parts)
            part /= total;
        if (Weights.Length > 0)
            Weights[row] = Below(9) / 4.0;
    }

    private int Below(int n) => (int)(Next() % (ulong)n);

    private double Unit() => (Next() >> 11) * (1.0 / (1L << 53));

    private ulong Next()
    {
        ulong z = state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
