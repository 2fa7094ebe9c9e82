using BenchmarkDotNet.Attributes;
using Evaluator.Scorer;

namespace Evaluator.Benchmarks;

/// <summary>One month, in BenchmarkDotNet's care. 250 locations stay in the second-level cache, 4,000 (3.8 MB) in the third.</summary>
[MemoryDiagnoser]
public class ScorerBenchmarks
{
    private readonly MonthScorer _scorer = new();
    private ActualMonth _actual = null!;
    private double[] _predictions = null!;

    [Params(250, 4000)]
    public int Locations { get; set; }

    [Params(30, 31)]
    public int Days { get; set; }

    [GlobalSetup]
    public void Generate()
    {
        BlockGroupMonths group = BlockGroupMonths.Generate(new Random(1), Locations, Days);
        (_actual, _predictions) = (group.Actuals[0], group.Predictions[0]);
    }

    [Benchmark(Baseline = true)]
    public double Read() => ReadPass.Sum(_predictions);

    [Benchmark]
    public double Kernel()
    {
        _scorer.Score(_actual, _predictions, out MonthScore score);
        return score.Score;
    }

    [Benchmark]
    public double Definition()
    {
        PlainMonthScorer.Score(_actual, _predictions, out MonthScore score);
        return score.Score;
    }
}
