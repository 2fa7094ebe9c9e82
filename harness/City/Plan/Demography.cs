using Evaluator.City.Randomness;

namespace Evaluator.City.Plan;

/// <summary>
/// The people of one block group. <see cref="Strain"/> is the latent standard-normal score behind it: strained block groups are
/// poorer, rent more, and have more events (O'Brien and Sampson 2015 find the same of Boston). A zero is a real zero of the
/// sponsors' table: a block group with nobody in it.
/// </summary>
public sealed record Demography(
    double Strain, int Population, double Homeownership, int MedianIncome, double White, double Black, double Asian, double Hispanic,
    double MedianAge, double College)
{
    /// <summary>Strain of each block group: what its district, its tract and it itself have in common with nobody else, brought to mean 0
    /// and deviation 1 over the city.</summary>
    public static double[] Strains(ulong seed, IReadOnlyList<string> ids)
    {
        double[] strains = new double[ids.Count];
        for (int i = 0; i < strains.Length; i++)
        {
            double ofDistrict = new RandomStream(seed, Purpose.Strain, -1 - BlockGroupRegister.DistrictOf(ids[i])).Normal();
            double ofTract = new RandomStream(seed, Purpose.Strain, -100 - int.Parse(ids[i].AsSpan(5, 6))).Normal();
            strains[i] = 0.55 * ofDistrict + 0.45 * ofTract + 0.70 * new RandomStream(seed, Purpose.Strain, i).Normal();
        }
        (double sum, double squares) = (0.0, 0.0);
        foreach (double strain in strains)
            sum += strain;
        double mean = sum / strains.Length;
        foreach (double strain in strains)
            squares += (strain - mean) * (strain - mean);
        double deviation = Math.Sqrt(squares / strains.Length);
        for (int i = 0; i < strains.Length; i++)
            strains[i] = (strains[i] - mean) / deviation;
        return strains;
    }

    public static Demography Of(ulong seed, int blockGroup, double strain)
    {
        var random = new RandomStream(seed, Purpose.Demography, blockGroup);
        int population = Math.Min(4719, (int)(1025 * PortableMath.Exp(0.487 * random.Normal())));
        if (random.Chance(3.0 / 544))
            population = 0;
        double owners = Clamp(0.387 - 0.13 * strain + 0.19 * random.Normal(), 0, 1);
        if (population == 0 || random.Chance(31.0 / 544))
            owners = 0;
        int income = population == 0 ? 0 : (int)Clamp(51_500 * PortableMath.Exp(-0.40 * strain + 0.40 * random.Normal()), 9_000, 168_375);

        Span<double> groups = stackalloc double[4];
        groups[0] = PortableMath.Exp(-0.30 - 0.8 * strain + 0.8 * random.Normal());
        groups[1] = PortableMath.Exp(-1.65 + 0.9 * strain + 1.3 * random.Normal());
        groups[2] = PortableMath.Exp(-2.9 + 1.3 * random.Normal());
        groups[3] = PortableMath.Exp(-1.6 + 0.5 * strain + 0.9 * random.Normal());
        double all = groups[0] + groups[1] + groups[2] + groups[3];

        double age = Clamp(32.8 - 1.5 * strain + 6.5 * random.Normal(), 18, 77);
        double college = Clamp(0.0585 * PortableMath.Exp(0.7 * random.Normal()), 0, 0.88);
        return new Demography(strain, population, owners, income, groups[0] / all, groups[1] / all, groups[2] / all, groups[3] / all,
            population == 0 ? 0 : age, college);
    }

    private static double Clamp(double value, double low, double high) => Math.Min(high, Math.Max(low, value));
}
