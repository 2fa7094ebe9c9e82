using System.Globalization;

namespace Evaluator.Confinement;

/// <summary>What one case may use (ruling 9).</summary>
/// <param name="CpuSeconds">CPU time of the worker's process tree, from "load the plugin" to the last reply.</param>
/// <param name="WallSeconds">Wall-clock time over the same stretch, less the time spent waiting for a busy machine's cores.</param>
/// <param name="MemoryMebibytes">Anonymous and shared memory of the whole worker.</param>
public sealed record Limits(double CpuSeconds, double WallSeconds, int MemoryMebibytes)
{
    public static readonly Limits Official = new(CpuSeconds: 30, WallSeconds: 60, MemoryMebibytes: 1024);

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{CpuSeconds:R} s of CPU time, {WallSeconds:R} s, {MemoryMebibytes} MiB");

    public long MemoryBytes => MemoryMebibytes * 1024L * 1024;
}
