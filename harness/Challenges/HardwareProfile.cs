namespace Evaluator.Challenges;

/// <summary>A named machine that a submission is run on separately: its memory and cores.</summary>
public sealed record HardwareProfile(string Name, int MemoryMebibytes, int Cores);
