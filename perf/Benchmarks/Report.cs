using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Evaluator.Scorer.Kernel;

namespace Evaluator.Benchmarks;

/// <summary>Everything measured in one process, as a page for perf/results.</summary>
internal static class Report
{
    public static string Write()
    {
        var peers = new Peers();
        Dictionary<string, double> warm = WarmMeasurement.Run(rounds: 150, parts: 1, slow: false, peers)
            .ToDictionary(subject => subject.Key, subject => subject.Value[0]);
        var page = new StringBuilder();
        void Line(string line) => page.AppendLine(line);    // the culture is invariant in every process of ours

        Line($"# Month scorer, {DateTime.UtcNow:yyyy-MM-dd}");
        Line($"");
        Line($"{CpuName()}, {Environment.ProcessorCount} cores; {RuntimeInformation.FrameworkDescription};");
        Line($"{RuntimeInformation.OSDescription}; registers {MonthScorer.Widest}.");
        Line($"");
        Line($"L2-warm: {WarmMeasurement.Locations} locations, 30 days, best of 150 interleaved turns.");
        Line($"");
        Line($"| subject | ns a location-month | read passes |");
        Line($"|---|---:|---:|");
        foreach ((string subject, double time) in warm.OrderBy(pair => pair.Value))
            Line($"| {subject} | {time:0.0} | {time / warm["read pass"]:0.00} |");
        foreach (string absent in peers.Absent)
            page.AppendLine().AppendLine($"Absent: {absent}");
        Line($"");
        Line($"Whole test set, 544 block groups, four months, streamed from memory, best of 10 turns a chunk.");
        Line($"");
        Line($"| threads | MB | read pass, ms | scored in the caches, ms | scored, ms | read passes | of both |");
        Line($"|---:|---:|---:|---:|---:|---:|---:|");
        foreach (int threads in (HashSet<int>)[1, Environment.ProcessorCount])
        {
            StreamMeasurement.Result stream = new StreamMeasurement(threads, slow: false).Run(rounds: 10);
            Line($"| {threads} | {stream.MegaBytes:0} | {stream.ReadMilliseconds:0.0} | {stream.WarmMilliseconds:0.0} | "
                + $"{stream.ScoreMilliseconds:0.0} | {stream.Ratio:0.00} | {stream.RatioToBoth:0.00} |");
        }
        return page.ToString();
    }

    private static string CpuName()
    {
        const string cpuInfo = "/proc/cpuinfo";
        string? line = !File.Exists(cpuInfo) ? null
            : File.ReadLines(cpuInfo).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal));
        return line?.Split(':')[1].Trim() ?? RuntimeInformation.ProcessArchitecture.ToString();
    }
}
