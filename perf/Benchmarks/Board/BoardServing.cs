using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Evaluator.Benchmarks.Board;

/// <summary>
/// A large contest as it is served: the web process on core 0, whoever asks on core 1. Rates by the clock are for a quiet machine; CPU
/// times hold on any.
/// </summary>
internal static partial class BoardServing
{
    private const string Wrk = "/usr/bin/wrk";

    private static readonly string Standings = $"/c/{BoardOnDisk.Contest}/{BoardOnDisk.Phase}/standings";

    public static string Measure(int teams, int entries, ServingLoad load)
    {
        using BoardOnDisk board = BoardOnDisk.Of(teams, entries);
        Stopwatch watch = Stopwatch.StartNew();
        using ServedBoard served = ServedBoard.Start(board.Folder);
        TimeSpan ready = watch.Elapsed, rebuilt = served.Cpu;
        using HttpClient client = new(new SocketsHttpHandler { MaxConnectionsPerServer = load.Streams + 10 })
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
        page.Append(Requests(served, load.Seconds));
        page.Append(Past(served, client, entries, load.Moments));
        page.Append(Live(served, client, load).Result);
        page.Append(CultureInfo.InvariantCulture, $"stop with them open     {served.Stop().TotalSeconds,8:F2} s\n");
        return page.ToString();
    }

    private static string Requests(ServedBoard served, int seconds)
    {
        if (!File.Exists(Wrk))
            return $"by wrk                  not measured: {Wrk} is not there (apt-get install wrk)\n";
        ProcessStartInfo start = new("taskset",
            ["-c", "1", Wrk, "-t", "1", "-c", "32", "-d", $"{seconds}s", new Uri(served.Address, Standings).ToString()])
        {
            RedirectStandardOutput = true,
        };
        TimeSpan before = served.Cpu;
        using Process wrk = Process.Start(start)!;
        string said = wrk.StandardOutput.ReadToEnd();
        wrk.WaitForExit();
        TimeSpan cpu = served.Cpu - before;
        if (wrk.ExitCode != 0 || said.Contains("Non-2xx", StringComparison.Ordinal))
            throw new InvalidOperationException($"wrk ended with {wrk.ExitCode} and was not answered with pages alone:\n{said}");
        int requests = int.Parse(Done().Match(said).Groups[1].Value, CultureInfo.InvariantCulture);
        double microseconds = cpu.TotalMicroseconds / requests;
        return string.Create(CultureInfo.InvariantCulture,
            $"by wrk                  {requests / (double)seconds,8:F0} a second, {microseconds:F0} us of CPU time each: a core that does "
            + $"nothing else serves {1e6 / microseconds:F0} a second\n");
    }

    private static string Past(ServedBoard served, HttpClient client, int entries, int moments)
    {
        TimeSpan before = served.Cpu;
        for (int moment = 1; moment <= moments; moment++)
            client.GetStringAsync($"{Standings}?at={(long)entries * moment / (moments + 1)}").Wait();
        return string.Create(CultureInfo.InvariantCulture,
            $"a moment of the past    {(served.Cpu - before).TotalMilliseconds / moments,8:F1} ms of CPU time (?at=seq)\n");
    }

    /// <summary>
    /// A team hands in while everybody watches: when is it acknowledged, when has the page that shows its result been read, when have all
    /// heard. The result is in the log, on the disk, before the acknowledgement goes out.
    /// </summary>
    private static async Task<string> Live(ServedBoard served, HttpClient client, ServingLoad load)
    {
        using HttpClient racer = new() { BaseAddress = served.Address };
        racer.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", BoardOnDisk.Token);
        await Post(racer, "rules", JsonContent.Create(new { version = 1 }));
        string team = await Post(racer, "team", JsonContent.Create(new { name = "Racers" }));
        string row = $"<tr id=\"t-{JsonDocument.Parse(team).RootElement.GetProperty("id").GetString()}\"";
        await HandIn(racer, 0);
        long before = served.Memory;
        List<StreamReader> streams = [];
        for (int stream = 0; stream < load.Streams; stream++)
        {
            Stream events = await client.GetStreamAsync($"/c/{BoardOnDisk.Contest}/{BoardOnDisk.Phase}/live");
            streams.Add(new StreamReader(events));
            await NextEvent(streams[^1]);
        }
        double memory = (served.Memory - before) / 1024.0 / load.Streams;
        List<double> acknowledged = [], shown = [], altogether = [], heard = [];
        for (int number = 1; number <= load.News; number++)
        {
            Task[] all = [.. streams.Select(NextEvent)];
            Stopwatch watch = Stopwatch.StartNew();
            await HandIn(racer, number);
            acknowledged.Add(watch.Elapsed.TotalMilliseconds);
            watch.Restart();
            string page = await client.GetStringAsync(Standings);
            shown.Add(watch.Elapsed.TotalMilliseconds);
            altogether.Add(acknowledged[^1] + shown[^1]);
            if (EntriesOf(page, row) != number + 1)
                throw new InvalidOperationException($"the page shows {EntriesOf(page, row)} entries after hand-in {number + 1}");
            await Task.WhenAll(all);
            heard.Add(watch.Elapsed.TotalMilliseconds);
            // Two events within the gathering time are one.
            await Task.Delay(200);
        }
        return string.Create(CultureInfo.InvariantCulture, $"""
            a stream                {memory,8:F1} KiB of memory, with {load.Streams} open
            handed in, on the disk  {Median(acknowledged),8:F1} ms median, {acknowledged.Max():F1} ms at most, until the answer
            result in the log, page {Median(shown),8:F1} ms median, {shown.Max():F1} ms at most, until the page that shows it is read
            both together           {Median(altogether),8:F1} ms median, {altogether.Max():F1} ms at most, from the file to the page
            all {load.Streams} streams heard {Median(heard),8:F1} ms median, {heard.Max():F1} ms at most, after the answer

            """);
    }

    /// <summary>How many entries the page says that the team has; 0 where its row is not there.</summary>
    private static int EntriesOf(string page, string row) =>
        page.IndexOf(row, StringComparison.Ordinal) is var start and >= 0 && Entries().Match(page, start) is { Success: true } entries
            ? int.Parse(entries.Groups[1].Value, CultureInfo.InvariantCulture) : 0;

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static async Task HandIn(HttpClient racer, int number) =>
        await Post(racer, $"{BoardOnDisk.Phase}/submissions?name=a.csv", new StringContent(BoardOnDisk.Table(number)));

    private static async Task<string> Post(HttpClient racer, string what, HttpContent content)
    {
        if (content is StringContent)
            content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        using HttpResponseMessage answer = await racer.PostAsync($"/api/v1/c/{BoardOnDisk.Contest}/{what}", content);
        string said = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode ? said : throw new InvalidOperationException($"{what}: {said}");
    }

    private static async Task NextEvent(StreamReader stream)
    {
        while (!(await stream.ReadLineAsync() ?? throw new InvalidOperationException("a stream ended"))
            .StartsWith("id: ", StringComparison.Ordinal))
        {
        }
    }

    [GeneratedRegex("<td class=\"number entries\">([0-9]+)</td>")]
    private static partial Regex Entries();

    [GeneratedRegex("([0-9]+) requests in")]
    private static partial Regex Done();
}
