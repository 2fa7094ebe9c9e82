using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.RegularExpressions;

namespace Evaluator.Benchmarks.Board;

/// <summary>
/// A large contest as it is served: the web process on core 0, whoever asks on core 1. Rates by the clock are for a quiet machine; CPU
/// times hold on any.
/// </summary>
internal static partial class BoardServing
{
    private const int Streams = 500, News = 20, Moments = 20;

    private static readonly string Standings = $"/c/{BoardOnDisk.Contest}/{BoardOnDisk.Phase}/standings";

    public static string Measure(int teams, int entries)
    {
        using BoardOnDisk board = BoardOnDisk.Of(teams, entries);
        Stopwatch watch = Stopwatch.StartNew();
        using ServedBoard served = ServedBoard.Start(board.Folder);
        TimeSpan ready = watch.Elapsed, rebuilt = served.Cpu;
        using HttpClient client = new(new SocketsHttpHandler { MaxConnectionsPerServer = Streams + 10 })
        {
            BaseAddress = served.Address,
            Timeout = TimeSpan.FromMinutes(5),
        };
        StringBuilder page = new();
        page.Append(CultureInfo.InvariantCulture, $"""
            {teams:N0} teams, {entries:N0} entries, served from the store by one core
            until it is ready       {rebuilt.TotalSeconds,8:F2} s of CPU time, {ready.TotalSeconds:F2} s by the clock: start, chain, fold
            memory                  {served.Memory / 1048576.0,8:F0} MiB

            """);
        string first = client.GetStringAsync(Standings).Result;
        int rows = first.Split("<tr id=\"t-").Length - 1;
        page.Append(CultureInfo.InvariantCulture, $"a page                  {first.Length / 1024.0,8:F0} KiB, {rows} rows\n");
        page.Append(Requests(served));
        page.Append(Past(served, client, entries));
        page.Append(Live(served, client).Result);
        page.Append(CultureInfo.InvariantCulture, $"stop with them open     {served.Stop().TotalSeconds,8:F2} s\n");
        return page.ToString();
    }

    private static string Requests(ServedBoard served)
    {
        const int Seconds = 10;
        ProcessStartInfo start = new("taskset",
            ["-c", "1", "wrk", "-t", "1", "-c", "32", "-d", $"{Seconds}s", new Uri(served.Address, Standings).ToString()])
        {
            RedirectStandardOutput = true,
        };
        TimeSpan before = served.Cpu;
        using Process wrk = Process.Start(start)!;
        string said = wrk.StandardOutput.ReadToEnd();
        wrk.WaitForExit();
        TimeSpan cpu = served.Cpu - before;
        if (wrk.ExitCode != 0 || said.Contains("Non-2xx", StringComparison.Ordinal))
            return $"wrk: {said}\n";
        int requests = int.Parse(Done().Match(said).Groups[1].Value, CultureInfo.InvariantCulture);
        double microseconds = cpu.TotalMicroseconds / requests;
        return string.Create(CultureInfo.InvariantCulture,
            $"by wrk                  {requests / (double)Seconds,8:F0} a second, {microseconds:F0} us of CPU time each: a core that does "
            + $"nothing else serves {1e6 / microseconds:F0} a second\n");
    }

    private static string Past(ServedBoard served, HttpClient client, int entries)
    {
        TimeSpan before = served.Cpu;
        for (int moment = 1; moment <= Moments; moment++)
            client.GetStringAsync($"{Standings}?at={(long)entries * moment / (Moments + 1)}").Wait();
        return string.Create(CultureInfo.InvariantCulture,
            $"a moment of the past    {(served.Cpu - before).TotalMilliseconds / Moments,8:F1} ms of CPU time (?at=seq)\n");
    }

    /// <summary>A team hands in while everybody watches: when is it acknowledged, when is it on the page, when have all heard.</summary>
    private static async Task<string> Live(ServedBoard served, HttpClient client)
    {
        using HttpClient racer = new() { BaseAddress = served.Address };
        racer.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", BoardOnDisk.Token);
        await Post(racer, "rules", JsonContent.Create(new { version = 1 }));
        await Post(racer, "team", JsonContent.Create(new { name = "Racers" }));
        await HandIn(racer, 0);
        long before = served.Memory;
        List<StreamReader> streams = [];
        for (int stream = 0; stream < Streams; stream++)
        {
            Stream events = await client.GetStreamAsync($"/c/{BoardOnDisk.Contest}/{BoardOnDisk.Phase}/live");
            streams.Add(new StreamReader(events));
            await NextEvent(streams[^1]);
        }
        double memory = (served.Memory - before) / 1024.0 / Streams;
        List<double> acknowledged = [], shown = [], heard = [];
        for (int number = 1; number <= News; number++)
        {
            Task[] all = [.. streams.Select(NextEvent)];
            Stopwatch watch = Stopwatch.StartNew();
            await HandIn(racer, number);
            acknowledged.Add(watch.Elapsed.TotalMilliseconds);
            watch.Restart();
            await client.GetStringAsync($"/c/{BoardOnDisk.Contest}/{BoardOnDisk.Phase}/standings?p=2&n={number}");
            shown.Add(watch.Elapsed.TotalMilliseconds);
            await Task.WhenAll(all);
            heard.Add(watch.Elapsed.TotalMilliseconds);
            // Two events within the gathering time are one.
            await Task.Delay(200);
        }
        return string.Create(CultureInfo.InvariantCulture, $"""
            a stream                {memory,8:F1} KiB of memory, with {Streams} open
            handed in, on the disk  {Median(acknowledged),8:F1} ms median, {acknowledged.Max():F1} ms at most, until the answer
            on the page, made anew  {Median(shown),8:F1} ms median, {shown.Max():F1} ms at most, after the answer
            all {Streams} streams heard {Median(heard),8:F1} ms median, {heard.Max():F1} ms at most, after the answer

            """);
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static async Task HandIn(HttpClient racer, int number) =>
        await Post(racer, $"{BoardOnDisk.Phase}/submissions?name=a.csv", new StringContent(BoardOnDisk.Table(number)));

    private static async Task Post(HttpClient racer, string what, HttpContent content)
    {
        if (content is StringContent)
            content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        using HttpResponseMessage answer = await racer.PostAsync($"/api/v1/c/{BoardOnDisk.Contest}/{what}", content);
        if (!answer.IsSuccessStatusCode)
            throw new InvalidOperationException($"{what}: {await answer.Content.ReadAsStringAsync()}");
    }

    private static async Task NextEvent(StreamReader stream)
    {
        while (!(await stream.ReadLineAsync() ?? throw new InvalidOperationException("a stream ended"))
            .StartsWith("id: ", StringComparison.Ordinal))
        {
        }
    }

    [GeneratedRegex("([0-9]+) requests in")]
    private static partial Regex Done();
}
