namespace Evaluator.Scorer.Definition;

/// <summary>How people read the granularities.</summary>
public static class GranularityNames
{
    /// <summary>In the order of <see cref="Granularity"/>.</summary>
    public static IReadOnlyList<string> All { get; } = ["location", "street", "block group"];

    public static string Of(Granularity granularity) => All[(int)granularity];
}
