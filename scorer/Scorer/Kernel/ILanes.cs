using Evaluator.Scorer.Definition;

namespace Evaluator.Scorer.Kernel;

/// <summary>
/// What the kernels need of a register, so that one body serves every width. Lanes never mix: each does the plain definition's
/// operations on its own cell, in its order, and so every width gives the same bits.
/// </summary>
/// <remarks>
/// Methods on bare vectors rather than operators on a wrapping struct: the JIT's inlining budget runs out over a kernel of
/// wrapped vectors (111 ns a row instead of 16), because each wrapped operator costs it sixteen times as much.
/// </remarks>
internal unsafe interface ILanes<TVector> where TVector : unmanaged
{
    /// <summary>Rows in a register: 2 if there is room for both.</summary>
    static abstract int RowsAtOnce { get; }

    /// <summary>Event types of a row in a register: 4, or half of them.</summary>
    static abstract int TypesAtOnce { get; }

    /// <summary>One day of the first row, in lanes 0 up, and, where there is room for both, of the second row above it.</summary>
    static abstract TVector LoadDay(double* first, double* second);

    /// <summary>Adds one day of each row to its sum, the first row first. The sums may be the same.</summary>
    static abstract void AddDay(double* first, double* second, double* firstSum, double* secondSum);

    /// <summary>The same for two days: they lie side by side, so a wide register takes both.</summary>
    static abstract void AddTwoDays(double* first, double* second, double* firstSum, double* secondSum);

    static abstract TVector Load(double* source);

    static abstract void Store(TVector value, double* destination);

    static abstract TVector Broadcast(double value);

    static abstract TVector Add(TVector left, TVector right);

    static abstract TVector Subtract(TVector left, TVector right);

    static abstract TVector Multiply(TVector left, TVector right);

    /// <summary>sum + value · value, rounded twice.</summary>
    static abstract TVector AddSquare(TVector sum, TVector value);

    /// <summary>The larger bit patterns, taken as unsigned 32-bit halves: the widest maximum that every machine has.</summary>
    static abstract TVector LargerBits(TVector left, TVector right);

    /// <summary>One bit a row, from the largest bit patterns: set if the row has a value outside [+0, 10).</summary>
    static abstract ulong RowsOutsideRange(TVector largestBits);

    /// <summary>Comparisons as in <see cref="ValueRange.Clamp"/>: machines differ in what min and max do to NaN and −0.</summary>
    static abstract TVector Clamp(TVector value);

    static abstract bool AnyNaN(TVector value);
}
