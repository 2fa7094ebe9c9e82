namespace Evaluator.Metrics;

/// <summary>What a metric compares: what stands in the answers, and what is handed in for it.</summary>
public enum MetricInput
{
    /// <summary>A number a row of the answers; handed in are keys alone.</summary>
    Picks,

    /// <summary>A number a row; handed in is a number.</summary>
    Numbers,

    /// <summary>A number a row that is not negative; handed in is one that is not negative either.</summary>
    NonNegativeNumbers,

    /// <summary>One of two classes a row; handed in is any number, higher where the positive class is likelier.</summary>
    Scores,

    /// <summary>
    /// One of several classes a row; handed in is a probability for each, or of two classes that of the positive one alone.
    /// </summary>
    Probabilities,

    /// <summary>One of several classes a row; handed in is a probability for each.</summary>
    ClassProbabilities,

    /// <summary>One of two classes a row; handed in is a class.</summary>
    BinaryLabels,

    /// <summary>One of several classes a row; handed in is a class.</summary>
    Labels,

    /// <summary>One of several classes a row, which have an order; handed in is a class.</summary>
    OrderedLabels,
}
