using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using Evaluator.BoardSpecs.Work;
using Evaluator.Specs;

namespace Evaluator.Benchmarks.Board;

/// <summary>
/// What a board's queue costs beside bare runs, with gates of perf/gates.json; how many writes its one writer does; and what follows from
/// both for a board of 1,000 workers and 100,000 teams. Rates by the clock are for a quiet machine.
/// </summary>
/// <param name="database">A PostgreSQL database to measure as well; null for SQLite alone.</param>
internal sealed class BoardGrowth(int evaluations, string? database)
{
    /// <summary>What the names of its gates begin with.</summary>
    public const string Gate = "growth:";

    private const int BlockGroups = 24, CasesOfShard = 4, Clients = 32, Turns = 3;

    private const string Asking =
        """{"worker":"idle/1","host":"idle","sandboxLevel":3,"version":"1","job":null,"waitSeconds":0}""";

    private static readonly int[] Workers = [1, 2];

    private static readonly string Predictor = Path.Combine(Repository.Root, "artifacts", "bin", "Zero", "release", "Zero.dll");

    private readonly List<GrowthTurn> turns = [];
    private GrowthLimits? limits;

    /// <summary>In turns: an evaluation's seconds over a queue by those of a bare run, and the queue's own milliseconds a shard.</summary>
    public async Task<Dictionary<string, double[]>> Measure()
    {
        string folder = Directory.CreateTempSubdirectory("growth-city-").FullName, city = Path.Combine(folder, "city");
        try
        {
            GrowthBoard.Run("generate", city, "--block-groups", $"{BlockGroups}");
            // One broker for all turns: what it takes while it rests, the others bear as well.
            await using RabbitBroker? broker = RabbitBroker.IsInstalled ? await RabbitBroker.Begin() : null;
            turns.Clear();
            for (int turn = 0; turn < Turns; turn++)
                foreach (int workers in Workers)
                {
                    Console.Error.WriteLine($"turn {turn + 1} of {Turns}, {workers} at the same time");
                    turns.Add(new GrowthTurn(workers, Bare(city, workers), await Played(city, workers, null),
                        broker is null ? null : await Played(city, workers, broker.Address)));
                }
            double sqlite = await Heartbeats(city, null), asked = await Askings(city);
            double? postgres = database is null ? null : await Heartbeats(city, database);
            QueuePlay alone = turns[0].Own;
            limits = new GrowthLimits(alone.ShardSeconds, alone.BytesOfCase, CasesOfShard, sqlite, postgres, asked);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
        return Figures();
    }

    public string Page()
    {
        StringBuilder page = new();
        page.Append(CultureInfo.InvariantCulture, $"""
            {evaluations} evaluations of {BlockGroups} cases, {CasesOfShard} cases a shard, Zero.dll; evaluations a second

            workers  bare run  own queue  ratio  RabbitMQ  ratio  own queue a shard  RabbitMQ a shard

            """);
        foreach (GrowthTurn turn in turns.OrderBy(turn => turn.Workers))
        {
            (double rabbit, double cost) = turn.Rabbit is { } played ? (played.Rate, played.CostOfShard) : (double.NaN, double.NaN);
            page.Append(CultureInfo.InvariantCulture, $"{turn.Workers,7}  {turn.Bare,8:F3}  {turn.Own.Rate,9:F3}  "
                + $"{turn.Own.Rate / turn.Bare,5:F2}  {rabbit,8:F3}  {rabbit / turn.Bare,5:F2}  {turn.Own.CostOfShard,14:F1} ms  "
                + $"{cost,13:F1} ms\n");
        }
        return page.Append(limits?.Page()).ToString();
    }

    private Dictionary<string, double[]> Figures()
    {
        Dictionary<string, double[]> figures = [];
        foreach (IGrouping<int, GrowthTurn> same in turns.GroupBy(turn => turn.Workers))
        {
            Add("own queue", same.Select(turn => (turn.Bare, turn.Own)));
            if (same.All(turn => turn.Rabbit is not null))
                Add("RabbitMQ", same.Select(turn => (turn.Bare, turn.Rabbit!)));

            void Add(string queue, IEnumerable<(double Bare, QueuePlay Played)> all)
            {
                figures[$"{Gate} {queue} / bare run, time, workers: {same.Key}"] = [.. all.Select(one => one.Bare / one.Played.Rate)];
                figures[$"{Gate} {queue}, its own ms a shard, workers: {same.Key}"] = [.. all.Select(one => one.Played.CostOfShard)];
            }
        }
        return figures;
    }

    private double Bare(string data, int workers)
    {
        // Alone: what stands beside a DLL belongs to it.
        string folder = Directory.CreateTempSubdirectory("growth-bare-").FullName, alone = Path.Combine(folder, "Zero.dll");
        try
        {
            File.Copy(Predictor, alone);
            Stopwatch watch = Stopwatch.StartNew();
            for (int run = 0; run < evaluations; run++)
                GrowthBoard.Run("run", alone, "--data", data, "--set", "all", "--workers", $"{workers}", "--quiet", "--out",
                    Path.Combine(folder, $"run{run}"));
            return evaluations / watch.Elapsed.TotalSeconds;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task<QueuePlay> Played(string data, int workers, string? broker)
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
        double rate = evaluations * 1000.0 / (jobs.Max(job => job.Done) - jobs.Min(job => job.Leased));
        return new QueuePlay(rate, Median(between), Median(shards), board.BytesPosted() / (double)(evaluations * BlockGroups));
    }

    /// <summary>A heartbeat is one small transaction on the disk: how many of them the one writer does a second.</summary>
    private static Task<double> Heartbeats(string data, string? database) =>
        PostsPerSecond(data, database, "heartbeat", """{"worker":"idle/1","keys":[]}""");

    /// <summary>A worker that asks and gets nothing: its being seen is a write, the look for a job a query.</summary>
    private static Task<double> Askings(string data) => PostsPerSecond(data, null, "lease", Asking);

    private static async Task<double> PostsPerSecond(string data, string? database, string what, string body)
    {
        using GrowthBoard board = new(data, null, database);
        board.Serve();
        string token = board.WorkerToken("heart");
        using HttpClient client = new(new SocketsHttpHandler { MaxConnectionsPerServer = Clients }) { BaseAddress = board.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        // Known from now on: a heartbeat of a worker that never asked changes no row, and a transaction without a change is not synced.
        await Post(client, "lease", Asking, TimeSpan.Zero);
        await Post(client, what, body, TimeSpan.FromSeconds(2));    // warm
        TimeSpan time = TimeSpan.FromSeconds(10);
        return await Post(client, what, body, time) / time.TotalSeconds;
    }

    private static async Task<long> Post(HttpClient client, string what, string body, TimeSpan time)
    {
        long posts = 0;
        Stopwatch watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(async _ =>
        {
            do
            {
                using StringContent content = new(body, Encoding.UTF8, "application/json");
                using HttpResponseMessage answer = await client.PostAsync($"/api/v1/work/{what}", content);
                answer.EnsureSuccessStatusCode();
                Interlocked.Increment(ref posts);
            }
            while (watch.Elapsed < time);
        }));
        return posts;
    }

    private static double Median(IReadOnlyList<double> values) => values.Order().ElementAt(values.Count / 2);
}
