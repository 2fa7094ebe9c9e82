namespace Evaluator.Benchmarks;

/// <summary>A line of perf/gates.json.</summary>
/// <param name="Gate">What is measured.</param>
/// <param name="AtMost">The limit; where it depends on how wide the machine's registers are, null.</param>
/// <param name="Seen">What was measured where the limit was set.</param>
/// <param name="PerWidth">The limits by width, where they depend on it.</param>
/// <param name="Needs">What must be there to compare with; without it the gate is absent, and said so.</param>
internal sealed record GateLimit(string Gate, double? AtMost, double? Seen, Dictionary<string, WidthLimit>? PerWidth, string? Needs)
{
    /// <returns>Null where no limit is set for registers of that width.</returns>
    public double? For(string width) => AtMost ?? (PerWidth is not null && PerWidth.TryGetValue(width, out WidthLimit? limit)
        ? limit.AtMost
        : null);
}

/// <summary>The limit of a gate for machines whose widest registers are of one width.</summary>
internal sealed record WidthLimit(double AtMost, double Seen);
