namespace Evaluator.Harness.Cases;

/// <summary>What one of the 16 calls (and the load before them) took, measured from outside, transport included.</summary>
public sealed record CallTime(string Call, double WallSeconds, double CpuSeconds);
