namespace Evaluator.City.Randomness;

/// <summary>
/// A stream of random numbers that belongs to one entity of one city: SplitMix64 (Steele, Lea, Flood, OOPSLA 2014), a hash of
/// a counter, started from (seed, purpose, entity). Which thread draws, and when, can't change what is drawn.
/// </summary>
public struct RandomStream
{
    private const ulong Golden = 0x9E3779B97F4A7C15;
    private ulong counter;

    public RandomStream(ulong seed, Purpose purpose, long entity = 0)
    {
        counter = Mix(Mix(Mix(seed + Golden) + (ulong)purpose * Golden) + (ulong)entity * Golden);
    }

    public ulong Next() => Mix(counter += Golden);

    /// <summary>Uniform in [0, 1), a multiple of 2^-53.</summary>
    public double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Uniform in 0 … n - 1.</summary>
    public int Below(int n) => (int)Math.BigMul(Next(), (ulong)n, out _);

    public bool Chance(double probability) => Unit() < probability;

    /// <summary>Standard normal, by Marsaglia's polar method (one of the pair is used, so that a draw has no memory).</summary>
    public double Normal()
    {
        while (true)
        {
            double u = 2 * Unit() - 1;
            double v = 2 * Unit() - 1;
            double square = u * u + v * v;
            if (square is > 0 and < 1)
                return u * Math.Sqrt(-2 * PortableMath.Log(square) / square);
        }
    }

    /// <summary>Log-normal with mean one.</summary>
    public double LogNormal(double sigma) => PortableMath.Exp(sigma * Normal() - sigma * sigma / 2);

    /// <summary>Poisson, by counting arrivals (Knuth). Means above 16 are split, which keeps the product far from underflow.</summary>
    public int Poisson(double mean)
    {
        int count = 0;
        for (; mean > 16; mean -= 16)
            count += Arrivals(16);
        return count + Arrivals(mean);
    }

    /// <summary>1, 2, 3, …: the number of trials up to the first success, at most <paramref name="limit"/>.</summary>
    public int Geometric(double success, int limit)
    {
        int trials = 1;
        while (trials < limit && !Chance(success))
            trials++;
        return trials;
    }

    private int Arrivals(double mean)
    {
        if (mean <= 0)
            return 0;
        double floor = PortableMath.Exp(-mean);
        int count = 0;
        for (double product = Unit(); product > floor; product *= Unit())
            count++;
        return count;
    }

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
