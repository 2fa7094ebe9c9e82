namespace Evaluator.Harness.Records;

/// <summary>A score as its IEEE 754 bits: what two people compare when they say "the same".</summary>
public static class ScoreBits
{
    public static string Of(double score) => BitConverter.DoubleToUInt64Bits(score).ToString("x16");

    public static string? Of(double? score) => score is { } value ? Of(value) : null;
}
