using Evaluator.Harbour.Manifest;
using Evaluator.Harbour.Randomness;

namespace Evaluator.Harbour;

/// <summary>What harbour is generated. Everything but <see cref="Threads"/> decides the bytes that are written.</summary>
public sealed record HarbourOptions
{
    /// <summary>So that the test table has more containers than a submission picks.</summary>
    public const int FewestContainers = 4_000;

    /// <summary>Numbers have six digits (`gcn79%06d`).</summary>
    public const int MostContainers = 999_999;

    public required HarbourSeed Seed { get; init; }

    /// <summary>A year's containers; a fifth of them are the test table.</summary>
    public int Containers { get; init; } = 400_000;

    public Language Language { get; init; } = Language.English;

    /// <summary>When the contest opens.</summary>
    public DateTimeOffset Opens { get; init; } = new(2021, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>When it closes; null for a contest without end.</summary>
    public DateTimeOffset? Closes { get; init; }

    /// <summary>
    /// The part of the test table that counts in the end only, 0 to 0.9; at 0 all of it is live. More than 0 needs an end.
    /// </summary>
    public double FinalShare { get; init; }

    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <exception cref="HarbourException">Something is out of range.</exception>
    public void Check()
    {
        if (Containers is < FewestContainers or > MostContainers)
            throw new HarbourException($"{Containers} containers were asked for; {FewestContainers} to {MostContainers} was expected.");
        if (!(FinalShare is >= 0 and <= 0.9))
            throw new HarbourException($"A final part of {FinalShare} was asked for; 0 (none) to 0.9 of the test table was expected.");
        if (FinalShare > 0 && Closes is null)
            throw new HarbourException(
                "A final part is evaluated after the close, and no end was named. Name one, or leave the final part out.");
        if (Closes <= Opens)
            throw new HarbourException($"The contest would close at {Closes:u}, before it opens at {Opens:u}.");
    }
}
