using System.Diagnostics;
using Evaluator.Scorer.Kernel;

namespace Evaluator.Benchmarks;

/// <summary>
/// The whole test set, some 567 MB of predictions, once through: 544 block groups, lognormal sizes, four months. Subjects take turns
/// chunk by chunk, and each chunk counts with its best turn; between two turns of a chunk everything else has gone through
/// the caches.
/// </summary>
internal sealed class StreamMeasurement(int threads, bool slow)
{
    private const int Groups = 544, MedianLocations = 250, GroupsPerChunk = 34;

    private readonly BlockGroupMonths[][] chunks = [.. Generate().Chunk(GroupsPerChunk)];
    private readonly MonthScorer[] scorers = [.. Enumerable.Range(0, threads).Select(_ => new MonthScorer())];

    public sealed record Result(double MegaBytes, double ReadMilliseconds, double ScoreMilliseconds)
    {
        public double Ratio => ScoreMilliseconds / ReadMilliseconds;
    }

    public Result Run(int rounds)
    {
        double[] read = new double[chunks.Length];
        double[] score = new double[chunks.Length];
        Array.Fill(read, double.MaxValue);
        Array.Fill(score, double.MaxValue);
        for (int round = 0; round < 2 * rounds; round++)
        {
            for (int chunk = 0; chunk < chunks.Length; chunk++)
            {
                bool reads = (round + chunk) % 2 == 0;
                long start = Stopwatch.GetTimestamp();
                Go(reads, chunk);
                ref double best = ref (reads ? read : score)[chunk];
                best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        }
        double bytes = chunks.Sum(chunk => chunk.Sum(group => group.Predictions.Sum(month => (double)month.Length * sizeof(double))));
        return new Result(bytes / 1e6, read.Sum(), score.Sum());
    }

    public void ReadAll()
    {
        for (int chunk = 0; chunk < chunks.Length; chunk++)
            Go(reads: true, chunk);
    }

    public void ScoreAll()
    {
        for (int chunk = 0; chunk < chunks.Length; chunk++)
            Go(reads: false, chunk);
    }

    private void Go(bool reads, int chunk) => OnThreads(threads, thread =>
    {
        for (int group = thread; group < chunks[chunk].Length; group += threads)
        {
            if (reads)
                Read(chunks[chunk][group]);
            else
                Score(chunks[chunk][group], scorers[thread]);
        }
    });

    private static void Read(BlockGroupMonths group)
    {
        foreach (double[] month in group.Predictions)
            ReadPass.Sum(month);
    }

    private void Score(BlockGroupMonths group, MonthScorer scorer)
    {
        for (int month = 0; month < group.Actuals.Length; month++)
        {
            for (int time = 0; time < (slow ? 4 : 1); time++)
                scorer.Score(group.Actuals[month], group.Predictions[month], out _);
        }
    }

    private static void OnThreads(int threads, Action<int> work)
    {
        if (threads == 1)
            work(0);
        else
            Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, work);
    }

    private static BlockGroupMonths[] Generate()
    {
        var random = new Random(1);
        return [.. Enumerable.Range(0, Groups).Select(_ =>
            BlockGroupMonths.Generate(random, (int)Math.Round(MedianLocations * Math.Exp(0.35 * Normal(random))), 30, 31, 30, 31))];
    }

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
