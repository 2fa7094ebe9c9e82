using System.Diagnostics;
using Evaluator.Scorer.Kernel;

namespace Evaluator.Benchmarks;

/// <summary>
/// The whole test set, some 567 MB of predictions, once through: 544 block groups, lognormal sizes, four months. Three subjects take turns
/// chunk by chunk, and each chunk counts with its best turn: reading it, scoring it, and scoring as much that sits in the caches. Between
/// two turns of a chunk everything else has gone through the caches.
/// </summary>
internal sealed class StreamMeasurement(int threads, bool slow)
{
    private const int Groups = 544, MedianLocations = 250, GroupsPerChunk = 34;

    private readonly BlockGroupMonths[][] chunks = [.. Generate().Chunk(GroupsPerChunk)];
    private readonly BlockGroupMonths warm = BlockGroupMonths.Generate(new Random(1), MedianLocations, 30);
    private readonly MonthScorer[] scorers = [.. Enumerable.Range(0, threads).Select(_ => new MonthScorer())];

    /// <param name="MegaBytes">Predictions that were read.</param>
    /// <param name="ReadMilliseconds">Of a pass that only reads them.</param>
    /// <param name="ScoreMilliseconds">Of the scorer over them.</param>
    /// <param name="WarmMilliseconds">Of the scorer over as many that never left the caches.</param>
    public sealed record Result(double MegaBytes, double ReadMilliseconds, double ScoreMilliseconds, double WarmMilliseconds)
    {
        public double Ratio => ScoreMilliseconds / ReadMilliseconds;

        /// <summary>
        /// Against reading everything first and scoring it in the caches then. Against the read pass alone the same code had 2.1 and 2.9 on
        /// the same kind of machine, as its memory was slower and faster.
        /// </summary>
        public double RatioToBoth => ScoreMilliseconds / (ReadMilliseconds + WarmMilliseconds);
    }

    public Result Run(int rounds)
    {
        Action<int>[] subjects = [Read, Score, ScoreWarm];
        double[][] best = [.. subjects.Select(_ => Enumerable.Repeat(double.MaxValue, chunks.Length).ToArray())];
        for (int round = 0; round < subjects.Length * rounds; round++)
        {
            for (int chunk = 0; chunk < chunks.Length; chunk++)
            {
                int subject = (round + chunk) % subjects.Length;
                long start = Stopwatch.GetTimestamp();
                subjects[subject](chunk);
                ref double fastest = ref best[subject][chunk];
                fastest = Math.Min(fastest, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        }
        return new Result(chunks.Sum(Bytes) / 1e6, best[0].Sum(), best[1].Sum(), best[2].Sum());
    }

    public void ReadAll()
    {
        for (int chunk = 0; chunk < chunks.Length; chunk++)
            Read(chunk);
    }

    public void ScoreAll()
    {
        for (int chunk = 0; chunk < chunks.Length; chunk++)
            Score(chunk);
    }

    private void Read(int chunk) => OnThreads(threads, thread =>
    {
        for (int group = thread; group < chunks[chunk].Length; group += threads)
            Read(chunks[chunk][group]);
    });

    private void Score(int chunk) => OnThreads(threads, thread =>
    {
        for (int group = thread; group < chunks[chunk].Length; group += threads)
            Score(chunks[chunk][group], scorers[thread]);
    });

    /// <summary>As many predictions as the chunk has, of the same month again and again.</summary>
    private void ScoreWarm(int chunk) => OnThreads(threads, thread =>
    {
        long left = (long)Bytes(chunks[chunk]) / sizeof(double) / threads;
        for (; left > 0; left -= warm.Predictions[0].Length)
            scorers[thread].Score(warm.Actuals[0], warm.Predictions[0], out _);
    });

    private static double Bytes(BlockGroupMonths[] chunk) =>
        chunk.Sum(group => group.Predictions.Sum(month => (double)month.Length * sizeof(double)));

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
