using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using Evaluator.BoardSpecs.Work;
using Evaluator.Specs;

namespace Evaluator.Benchmarks.Board;

/// <summary>
/// What a board's queue costs beside bare runs, how many writes its one writer does, and what follows from both for a board of 1,000
/// workers and 100,000 teams. Rates by the clock are for a quiet machine.
/// </summary>
internal static class BoardGrowth
{
    private const int BlockGroups = 24, CasesOfShard = 4, Clients = 32;
    private const double Heartbeat = 3;    // seconds between a worker's heartbeats, as Board/Work/WorkQueue has it

    private static readonly string Predictor = Path.Combine(Repository.Root, "artifacts", "bin", "Zero", "release", "Zero.dll");

    /// <param name="database">A PostgreSQL database to measure as well; null for SQLite alone.</param>
    public static async Task<string> Measure(int evaluations, string? database)
    {
        string folder = Directory.CreateTempSubdirectory("growth-city-").FullName, city = Path.Combine(folder, "city");
        try
        {
            GrowthBoard.Run("generate", city, "--block-groups", $"{BlockGroups}");
            return await Measure(city, evaluations, database);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<string> Measure(string city, int evaluations, string? database)
    {
        StringBuilder page = new();
        page.Append(CultureInfo.InvariantCulture, $"""
            {evaluations} evaluations of {BlockGroups} cases, {CasesOfShard} cases a shard, Zero.dll; evaluations a second

            workers  bare run  own queue  ratio  RabbitMQ  ratio  own queue a shard  RabbitMQ a shard

            """);
        double shardSeconds = 0;
        foreach (int workers in (int[])[1, 2])
        {
            double bare = Bare(city, evaluations, workers);
            (double own, double ownCost, double seconds) = await Played(city, evaluations, workers, null);
            (double rabbit, double rabbitCost, _) = RabbitBroker.IsInstalled
                ? await OverBroker(city, evaluations, workers)
                : (double.NaN, double.NaN, 0);
            shardSeconds = workers == 1 ? seconds : shardSeconds;
            page.Append(CultureInfo.InvariantCulture, $"{workers,7}  {bare,8:F3}  {own,9:F3}  {own / bare,5:F2}  {rabbit,8:F3}  "
                + $"{rabbit / bare,5:F2}  {ownCost,14:F1} ms  {rabbitCost,13:F1} ms\n");
        }
        double sqlite = await WritesPerSecond(city, null);
        double? postgres = database is null ? null : await WritesPerSecond(city, database);
        return page.Append(Limits(shardSeconds, sqlite, postgres)).ToString();
    }

    private static double Bare(string data, int evaluations, int workers)
    {
        // Alone: what stands beside a DLL belongs to it.
        string folder = Directory.CreateTempSubdirectory("growth-bare-").FullName, alone = Path.Combine(folder, "Zero.dll");
        try
        {
            File.Copy(Predictor, alone);
            Stopwatch watch = Stopwatch.StartNew();
            for (int run = 0; run < evaluations; run++)
                GrowthBoard.Run("run", alone, "--data", data, "--set", "all", "--workers", $"{workers}", "--out",
                    Path.Combine(folder, $"run{run}"));
            return evaluations / watch.Elapsed.TotalSeconds;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<(double Rate, double CostOfShard, double ShardSeconds)> OverBroker(string data, int evaluations, int workers)
    {
        await using RabbitBroker broker = await RabbitBroker.Begin();
        return await Played(data, evaluations, workers, broker.Address);
    }

    /// <summary>From the first lease to the last merge. The queue's own cost is what lies between the end of a worker's shard and its next
    /// lease.</summary>
    private static async Task<(double Rate, double CostOfShard, double ShardSeconds)> Played(
        string data, int evaluations, int workers, string? broker)
    {
        using GrowthBoard board = new(data, broker);
        board.Serve();
        await board.HandIn(evaluations, Predictor);
        for (int worker = 0; worker < workers; worker++)
            board.StartWorker();
        IReadOnlyList<DoneJob> jobs = await board.Ended(evaluations);
        List<double> between = [];
        foreach (IGrouping<string, DoneJob> ofWorker in jobs.GroupBy(job => job.Worker))
        {
            DoneJob[] ordered = [.. ofWorker.OrderBy(job => job.Leased)];
            for (int i = 1; i < ordered.Length; i++)
                if (ordered[i - 1].Kind == "shard")
                    between.Add(ordered[i].Leased - ordered[i - 1].Done);
        }
        double[] shards = [.. jobs.Where(job => job.Kind == "shard").Select(job => (job.Done - job.Leased) / 1000.0)];
        return (evaluations * 1000.0 / (jobs.Max(job => job.Done) - jobs.Min(job => job.Leased)), Median(between), Median(shards));
    }

    /// <summary>A heartbeat is one small transaction on the disk: how many of them the one writer does, asked by 32 at a time.</summary>
    private static async Task<double> WritesPerSecond(string data, string? database)
    {
        using GrowthBoard board = new(data, null, database);
        board.Serve();
        string token = board.WorkerToken("heart");
        using HttpClient client = new(new SocketsHttpHandler { MaxConnectionsPerServer = Clients }) { BaseAddress = board.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        await Beat(client, TimeSpan.FromSeconds(2));    // warm
        TimeSpan time = TimeSpan.FromSeconds(10);
        return await Beat(client, time) / time.TotalSeconds;
    }

    private static async Task<long> Beat(HttpClient client, TimeSpan time)
    {
        long beats = 0;
        Stopwatch watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(async _ =>
        {
            while (watch.Elapsed < time)
            {
                using StringContent body = new("""{"worker":"heart/1","keys":[]}""", Encoding.UTF8, "application/json");
                using HttpResponseMessage answer = await client.PostAsync("/api/v1/work/heartbeat", body);
                answer.EnsureSuccessStatusCode();
                Interlocked.Increment(ref beats);
            }
        }));
        return beats;
    }

    /// <summary>Calculated, not measured: each number's way is in its line.</summary>
    private static string Limits(double shardSeconds, double sqlite, double? postgres)
    {
        const double WritesOfShard = 2 + CasesOfShard;    // the worker is seen, the lease, and each case with its result
        double perWorker = 1 / Heartbeat + WritesOfShard / shardSeconds;
        double ofLong = 1 / Heartbeat + WritesOfShard / (CasesOfShard * 30.0), workersAtWork = 200_000 * 95 * 30 / 86_400.0;
        string Line(string store, double writes) => string.Create(CultureInfo.InvariantCulture,
            $"{store,-12}{writes,8:F0} writes a second measured; / {perWorker:F2} a worker = {writes / perWorker:F0} workers of such short "
            + $"cases, {writes / ofLong:F0} of cases that take 30 s\n");
        string stores = Line("SQLite", sqlite) + (postgres is { } writes ? Line("PostgreSQL", writes) : "");
        return string.Create(CultureInfo.InvariantCulture, $"""

            what would limit 1,000 workers: the one writer
            a shard took {shardSeconds:F2} s; a worker writes 1 heartbeat in {Heartbeat:F0} s and {WritesOfShard} times a shard
            {stores}1,000 workers of cases of 30 s ask for {1000 * ofLong:F0} writes a second,
            {1000 / Heartbeat:F0} of them heartbeats

            what would limit 100,000 teams: see `-- board 10000 1000000` for memory, rebuilding and pages; all three grow with the entries
            100,000 teams with 2 hand-ins a day ask for {200_000 * 2 / 86_400.0:F1} entries a second; their evaluations of 95 cases
            of 30 s keep {workersAtWork:N0} workers at work: the cases are the limit, and not the board

            """);
    }

    private static double Median(IReadOnlyList<double> values) => values.Order().ElementAt(values.Count / 2);
}
