using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace Evaluator.Harbour.Randomness;

/// <summary>
/// A stream of random numbers that belongs to one container (or to the harbour) and one purpose: SHA-256 of (seed, purpose, container,
/// counter).
/// A cryptographic hash and not a fast generator, because competitors see most of what is drawn: whoever could compute the generator's
/// state
/// back from a column of weights would have the answers. Which thread draws, and when, can't change what is drawn.
/// </summary>
public struct SecretStream
{
    private const int Block = SHA256.HashSizeInBytes / sizeof(ulong);
    private const int Counter = HarbourSeed.Length + 2 * sizeof(int);

    private Message message;
    private Numbers numbers;
    private int used;

    public SecretStream(HarbourSeed seed, Purpose purpose, int container = 0)
    {
        Span<byte> text = message;
        seed.Bits.CopyTo(text);
        BinaryPrimitives.WriteInt32LittleEndian(text[HarbourSeed.Length..], (int)purpose);
        BinaryPrimitives.WriteInt32LittleEndian(text[(HarbourSeed.Length + sizeof(int))..], container);
        used = Block;
    }

    public ulong Next()
    {
        if (used == Block)
            Refill();
        return numbers[used++];
    }

    /// <summary>Uniform in [0, 1), a multiple of 2^-53.</summary>
    public double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Uniform in 0 … n - 1.</summary>
    public int Below(int n) => (int)Math.BigMul(Next(), (ulong)n, out _);

    public bool Chance(double probability) => Unit() < probability;

    /// <summary>
    /// Standard normal, by comparing uniform numbers alone (Karney, "Sampling exactly from the normal distribution", ACM TOMS 42, 2016,
    /// algorithm N):
    /// no logarithm, whose last bit differs between platforms.
    /// </summary>
    public double Normal()
    {
        while (true)
        {
            int whole = 0;
            while (ChanceOfExp(0.5))
                whole++;
            if (!All(whole * (whole - 1), 0.5))
                continue;
            double part = Unit();
            if (All(whole + 1, part * (2 * whole + part) / (2 * whole + 2)))
                return Chance(0.5) ? whole + part : -(whole + part);
        }
    }

    /// <summary>Beta(2, 5): the second smallest of six uniform numbers.</summary>
    public double BetaTwoFive()
    {
        double smallest = 1, second = 1;
        for (int i = 0; i < 6; i++)
        {
            double unit = Unit();
            if (unit < smallest)
                (smallest, second) = (unit, smallest);
            else if (unit < second)
                second = unit;
        }
        return second;
    }

    /// <summary>Brings all of <paramref name="items"/> into a random order (Fisher and Yates).</summary>
    public void Shuffle<T>(Span<T> items)
    {
        for (int i = items.Length - 1; i > 0; i--)
        {
            int other = Below(i + 1);
            (items[i], items[other]) = (items[other], items[i]);
        }
    }

    private bool All(int trials, double x)
    {
        for (int i = 0; i < trials; i++)
            if (!ChanceOfExp(x))
                return false;
        return true;
    }

    /// <summary>True with probability exp(-x), 0 to 1: a falling run of uniform numbers below x has an even length (von Neumann,
    /// 1951).</summary>
    private bool ChanceOfExp(double x)
    {
        bool even = true;
        for (double last = x, unit = Unit(); unit < last; last = unit, unit = Unit())
            even = !even;
        return even;
    }

    private void Refill()
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        Span<byte> text = message;
        SHA256.HashData(text, hash);
        for (int i = 0; i < Block; i++)
            numbers[i] = BinaryPrimitives.ReadUInt64LittleEndian(hash[(i * sizeof(ulong))..]);
        Span<byte> counter = text[Counter..];
        BinaryPrimitives.WriteInt64LittleEndian(counter, BinaryPrimitives.ReadInt64LittleEndian(counter) + 1);
        used = 0;
    }

    [InlineArray(Counter + sizeof(long))]
    private struct Message
    {
        private byte first;
    }

    [InlineArray(Block)]
    private struct Numbers
    {
        private ulong first;
    }
}
