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

    /// <summary>
    /// One day of the first row, in lanes 0 up, and, where there is room for both, of the second row above it; clamped if so told. Adds it
    /// to each row's sum, the first row first; the sums may be the same.
    /// </summary>
    static abstract TVector OneDay<TRange>(in RowPair rows, nint at, in RowBounds<TVector> bounds) where TRange : struct, IRange;

    /// <summary>The same for two days: they lie side by side, so a wide register takes both.</summary>
    static abstract TVector TwoDays<TRange>(in RowPair rows, nint at, in RowBounds<TVector> bounds, out TVector next)
        where TRange : struct, IRange;

    static abstract TVector Load(double* source);

    static abstract void Store(TVector value, double* destination);

    static abstract TVector Broadcast(double value);

    static abstract TVector Add(TVector left, TVector right);

    static abstract TVector Subtract(TVector left, TVector right);

    static abstract TVector Multiply(TVector left, TVector right);

    /// <summary>left · right + addend, rounded once.</summary>
    static abstract TVector Fused(TVector left, TVector right, TVector addend);

    static abstract TVector Or(TVector left, TVector right);

    /// <summary>The larger bit patterns, taken as unsigned 32-bit halves: the widest maximum that every machine has.</summary>
    static abstract TVector LargerBits(TVector left, TVector right);

    /// <summary>Whether any value lies outside [+0, 10), by the largest bit patterns.</summary>
    static abstract bool AnyOutside(TVector largestBits);

    /// <summary>
    /// One bit a row: set if it may have a value outside [+0, 10), by the signs of its values, or-ed together, and by its sums of squares.
    /// A value of 10 or more alone makes a sum of squares of 100, and NaN makes it NaN.
    /// </summary>
    static abstract ulong Suspects(TVector signs, TVector squares);

    /// <summary>
    /// As <see cref="ValueRange.Clamp"/> between any bounds, but NaN stays NaN, and −0 may stay: no bit of a score is another for it.
    /// </summary>
    static abstract TVector Clamp(TVector value, TVector lowest, TVector highest);

    static abstract bool AnyNaN(TVector value);
}
