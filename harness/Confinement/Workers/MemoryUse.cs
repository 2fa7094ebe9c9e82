namespace Evaluator.Confinement.Workers;

/// <summary>What a look at a tree of processes saw of its memory, in bytes.</summary>
/// <param name="Charged">What counts (ruling 9), now.</param>
/// <param name="MostResident">The kernel's own peak of everything resident, files included, of the process with the highest.</param>
/// <param name="OfFiles">Pages of files on disk, now, of the process with the most.</param>
internal readonly record struct MemoryUse(long Charged, long MostResident, long OfFiles);
