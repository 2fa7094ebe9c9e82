using BenchmarkDotNet.Attributes;

namespace Evaluator.Benchmarks;

/// <summary>The whole test set streamed from memory, in BenchmarkDotNet's care, on one core and on all.</summary>
public class TestSetBenchmarks
{
    private StreamMeasurement stream = null!;

    [ParamsSource(nameof(ThreadCounts))]
    public int Threads { get; set; }

    public static IEnumerable<int> ThreadCounts => new HashSet<int> { 1, Environment.ProcessorCount };

    [GlobalSetup]
    public void Generate() => stream = new StreamMeasurement(Threads, slow: false);

    [Benchmark(Baseline = true)]
    public void Read() => stream.ReadAll();

    [Benchmark]
    public void Kernel() => stream.ScoreAll();
}
