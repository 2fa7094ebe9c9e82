namespace Evaluator.Harness.Records;

/// <summary>
/// What one of the 16 calls (and the load before them) took, measured from outside, transport included. What runs between two calls counts
/// with the second.
/// </summary>
public sealed record CallTime(string Call, double WallSeconds, double CpuSeconds);
