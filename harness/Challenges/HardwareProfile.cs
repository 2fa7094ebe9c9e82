namespace Evaluator.Challenges;

/// <summary>A named machine that a submission is run on separately.</summary>
/// <param name="MemoryMebibytes">The memory of one case.</param>
/// <param name="Cores">The most that a case runs on at a time: on a worker's machine with fewer it has those.</param>
public sealed record HardwareProfile(string Name, int MemoryMebibytes, int Cores);
