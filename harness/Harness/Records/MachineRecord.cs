using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Evaluator.Harness.Records;

/// <summary>Where and with what a run was made. It stays out of every hash: it must not matter.</summary>
public sealed record MachineRecord(string Runtime, string System, string Cpu, int Cores, int VectorBits, string Host)
{
    public static MachineRecord Here() => new(
        RuntimeInformation.FrameworkDescription,
        RuntimeInformation.OSDescription,
        CpuName(),
        Environment.ProcessorCount,
        Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : Vector128.IsHardwareAccelerated ? 128 : 64,
        Environment.MachineName);

    private static string CpuName()
    {
        const string file = "/proc/cpuinfo";
        string? line = File.Exists(file)
            ? File.ReadLines(file).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))
            : null;
        return line is null ? RuntimeInformation.ProcessArchitecture.ToString() : line[(line.IndexOf(':') + 1)..].Trim();
    }
}
