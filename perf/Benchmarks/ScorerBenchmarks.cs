using System.Runtime.InteropServices;
using BenchmarkDotNet.Attributes;
using Evaluator.Scorer.Definition;
using Evaluator.Scorer.Kernel;
using Evaluator.Specs.Scorer;

namespace Evaluator.Benchmarks;

/// <summary>One month, in BenchmarkDotNet's care. 250 locations stay in the second-level cache, 4,000 (3.8 MB) in the third.</summary>
[MemoryDiagnoser]
public unsafe class ScorerBenchmarks
{
    private readonly MonthScorer scorer = new();
    private ActualMonth actual = null!;
    private double[] predictions = null!;
    private double* aligned;
    private LiteralScorer literal = null!;

    [Params(250, 4000)]
    public int Locations { get; set; }

    [Params(30, 31)]
    public int Days { get; set; }

    [GlobalSetup]
    public void Generate()
    {
        BlockGroupMonths group = BlockGroupMonths.Generate(new Random(1), Locations, Days);
        (actual, predictions) = (group.Actuals[0], group.Predictions[0]);
        literal = WarmMeasurement.LiteralOf(actual, predictions);
        aligned = (double*)NativeMemory.AlignedAlloc((nuint)predictions.Length * sizeof(double), 4096);
        predictions.CopyTo(new Span<double>(aligned, predictions.Length));
    }

    [GlobalCleanup]
    public void Free() => NativeMemory.AlignedFree(aligned);

    [Benchmark(Baseline = true)]
    public double Read() => ReadPass.Sum(predictions);

    [Benchmark]
    public double Kernel()
    {
        scorer.Score(actual, predictions, out MonthScore score);
        return score.Score;
    }

    [Benchmark]
    public double KernelAligned()
    {
        scorer.Score(actual, new ReadOnlySpan<double>(aligned, predictions.Length), out MonthScore score);
        return score.Score;
    }

    [Benchmark]
    public double Definition()
    {
        PlainMonthScorer.Score(actual, predictions, out MonthScore score);
        return score.Score;
    }

    [Benchmark]
    public object Literal() => literal.Errors();
}
