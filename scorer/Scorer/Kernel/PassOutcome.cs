namespace Evaluator.Scorer.Kernel;

/// <summary>How a pass over a month's predictions ended.</summary>
internal enum PassOutcome
{
    Done,

    /// <summary>A value outside [+0, 10) was met among rows that had not been corrected: the pass is to be run again.</summary>
    OutOfRange,

    /// <summary>A value is NaN.</summary>
    NotANumber,
}
