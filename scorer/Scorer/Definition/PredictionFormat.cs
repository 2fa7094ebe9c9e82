namespace Evaluator.Scorer.Definition;

/// <summary>Whether a predictor's answer can be scored. What a predictor did is a value, never an exception.</summary>
public enum PredictionFormat
{
    /// <summary>locations x days x 4 numbers. Infinities are numbers: they are clamped.</summary>
    WellFormed,

    /// <summary>Not locations x days x 4 values.</summary>
    WrongLength,

    /// <summary>At least one NaN.</summary>
    NotANumber,
}
