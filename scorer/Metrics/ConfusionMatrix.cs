namespace Evaluator.Metrics;

/// <summary>
/// How often each class was named for each class, by weight, and the metrics made of it. It lives in scratch that the caller hands in.
/// Without rows, or with weights that are all zero, the values are not numbers.
/// </summary>
public readonly ref struct ConfusionMatrix
{
    private readonly Span<double> cells, isThere;

    private ConfusionMatrix(int classes, Span<double> scratch)
    {
        Classes = classes;
        cells = scratch[..(classes * classes)];
        isThere = scratch.Slice(classes * classes, classes);
    }

    /// <summary>How many classes there are.</summary>
    public int Classes { get; }

    /// <summary>Doubles of scratch that a matrix of so many classes needs.</summary>
    public static int ScratchLength(int classes) => classes * (classes + 1);

    /// <summary>Counts a table.</summary>
    /// <param name="actual">The class of each row, 0 to <paramref name="classes"/> - 1.</param>
    /// <param name="predicted">The class that was named.</param>
    /// <param name="classes">How many classes there are.</param>
    /// <param name="scratch">At least <see cref="ScratchLength"/> doubles; what stands in them is lost.</param>
    /// <param name="weights">A weight a row, or none.</param>
    public static ConfusionMatrix Of(
        ReadOnlySpan<int> actual, ReadOnlySpan<int> predicted, int classes, Span<double> scratch, ReadOnlySpan<double> weights = default)
    {
        RowWeights.RequireRows(actual.Length, predicted.Length, weights);
        scratch = scratch[..ScratchLength(classes)];
        scratch.Clear();
        var matrix = new ConfusionMatrix(classes, scratch);
        for (int row = 0; row < actual.Length; row++)
        {
            matrix.cells[actual[row] * classes + predicted[row]] += RowWeights.At(weights, row);
            (matrix.isThere[actual[row]], matrix.isThere[predicted[row]]) = (1, 1);
        }
        return matrix;
    }

    /// <summary>scikit-learn's <c>accuracy_score</c>.</summary>
    public double AccuracyScore()
    {
        double total = Total();
        return total > 0 ? Right() / total : double.NaN;
    }

    /// <summary>scikit-learn's <c>balanced_accuracy_score</c>: the mean of the recall of the classes that are among the answers.</summary>
    public double BalancedAccuracyScore()
    {
        double recalls = 0;
        int present = 0;
        for (int @class = 0; @class < Classes; @class++)
        {
            double actual = Actual(@class);
            if (actual <= 0)
                continue;
            recalls += Cell(@class, @class) / actual;
            present++;
        }
        return present > 0 ? recalls / present : double.NaN;
    }

    /// <summary>
    /// scikit-learn's <c>f1_score</c> of class 1: 2 tp / (2 tp + fp + fn). 0 where nothing is positive and nothing was named so (its
    /// <c>zero_division</c>).
    /// </summary>
    public double F1Score() => Total() > 0 ? F1Score(1) : double.NaN;

    /// <summary>
    /// scikit-learn's <c>f1_score(average="macro")</c>: the plain mean over the classes that are among the answers or were named.
    /// </summary>
    public double F1ScoreMacro()
    {
        if (!(Total() > 0))
            return double.NaN;
        double sum = 0;
        int present = 0;
        for (int @class = 0; @class < Classes; @class++)
        {
            if (isThere[@class] == 0)
                continue;
            sum += F1Score(@class);
            present++;
        }
        return sum / present;
    }

    /// <summary>
    /// scikit-learn's <c>matthews_corrcoef</c>, for any number of classes (Gorodkin 2004). 0 where the answers or the predictions are all
    /// of one class.
    /// </summary>
    public double MatthewsCorrelation()
    {
        double total = Total(), both = 0, actualSquares = 0, predictedSquares = 0;
        if (!(total > 0))
            return double.NaN;
        for (int @class = 0; @class < Classes; @class++)
        {
            double actual = Actual(@class), predicted = Predicted(@class);
            both += actual * predicted;
            actualSquares += actual * actual;
            predictedSquares += predicted * predicted;
        }
        double spread = (total * total - predictedSquares) * (total * total - actualSquares);
        return spread > 0 ? (Right() * total - both) / Math.Sqrt(spread) : 0;
    }

    /// <summary>
    /// scikit-learn's <c>cohen_kappa_score(weights="quadratic", labels=...)</c>: one minus the squared distances between true and named
    /// class over those expected by chance. The classes have the order of their numbers, absent ones too. Not a number where answers and
    /// predictions are all of the same class.
    /// </summary>
    public double QuadraticWeightedKappa()
    {
        double total = Total(), observed = 0, expected = 0;
        for (int actual = 0; actual < Classes; actual++)
        {
            double actualWeight = Actual(actual);
            for (int predicted = 0; predicted < Classes; predicted++)
            {
                double distance = actual - predicted;
                observed += distance * distance * Cell(actual, predicted);
                expected += distance * distance * (actualWeight * Predicted(predicted) / total);
            }
        }
        return expected > 0 ? 1 - observed / expected : double.NaN;
    }

    private double Cell(int actual, int predicted) => cells[actual * Classes + predicted];

    private double F1Score(int @class)
    {
        double twiceRight = 2 * Cell(@class, @class);
        return twiceRight > 0 ? twiceRight / (Actual(@class) + Predicted(@class)) : 0;
    }

    private double Actual(int @class)
    {
        double sum = 0;
        for (int predicted = 0; predicted < Classes; predicted++)
            sum += Cell(@class, predicted);
        return sum;
    }

    private double Predicted(int @class)
    {
        double sum = 0;
        for (int actual = 0; actual < Classes; actual++)
            sum += Cell(actual, @class);
        return sum;
    }

    private double Right()
    {
        double sum = 0;
        for (int @class = 0; @class < Classes; @class++)
            sum += Cell(@class, @class);
        return sum;
    }

    private double Total()
    {
        double sum = 0;
        foreach (double cell in cells)
            sum += cell;
        return sum;
    }
}
