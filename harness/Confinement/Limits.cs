using System.Globalization;
using System.Text.Json.Serialization;

namespace Evaluator.Confinement;

/// <summary>What one case may use (ruling 9).</summary>
/// <param name="CpuSeconds">CPU time of the worker's process tree, from "load the plugin" to the last reply.</param>
/// <param name="WallSeconds">Wall-clock time over the same stretch, less the time spent waiting for a busy machine's cores.</param>
/// <param name="MemoryMebibytes">Anonymous and shared memory of the whole worker.</param>
/// <param name="Cores">The most that the worker runs on at a time; null for all that this process has.</param>
public sealed record Limits(
    double CpuSeconds, double WallSeconds, int MemoryMebibytes,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Cores = null)
{
    public static readonly Limits Official = new(CpuSeconds: 30, WallSeconds: 60, MemoryMebibytes: 1024);

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{CpuSeconds:R} s of CPU time, {WallSeconds:R} s, {MemoryMebibytes} MiB{OfCores}");

    /// <summary>The limit of cores as it stands behind the others: nothing where there is none.</summary>
    public string OfCores => Cores is { } most ? string.Create(CultureInfo.InvariantCulture, $", cores {most}") : "";

    public long MemoryBytes => MemoryMebibytes * 1024L * 1024;
}
