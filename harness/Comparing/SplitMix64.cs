namespace Evaluator.Comparing;

/// <summary>
/// Steele, Lea and Flood's SplitMix64 (OOPSLA 2014): the same numbers on every machine and in every version of .NET, which
/// <see cref="Random"/> does not promise, so that a published interval can be had again.
/// </summary>
internal struct SplitMix64(ulong seed)
{
    private ulong state = seed;

    public ulong Next()
    {
        ulong z = state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>
    /// Below a bound, by the high half of a product: its bias, bound/2^64, can't be seen in any number of draws made here.
    /// </summary>
    public int Below(int bound) => (int)Math.BigMul(Next(), (ulong)bound, out _);
}
