using System.Diagnostics;
using Evaluator.Benchmarks.Races;
using Evaluator.Contest.Lines;
using Evaluator.Specs;

namespace Evaluator.Benchmarks.Budget;

/// <summary>
/// <c>run --fast</c> against the straightforward runner of perf/peers, both as a user starts them, in turns; seconds of wall-clock time,
/// the best turn of each. And how fast the tables are read that both begin with, in gigabytes a second.
/// </summary>
internal sealed record FastRace(double Fast, double Literal, double Plain, double GigabytesOfLines, double GigabytesOfStrings)
{
    private const int Turns = 3, RatioTurns = 7;

    private static string Zero => Path.Combine(Repository.Root, "artifacts/plugins/Zero/Zero.dll");

    private static string Peer => Path.Combine(Repository.Root, "artifacts/bin/Straightforward/release/Evaluator.Straightforward.dll");

    public static FastRace Run(string data)
    {
        double fast = double.MaxValue, literal = double.MaxValue, plain = double.MaxValue;
        for (int turn = 0; turn < Turns; turn++)
        {
            Console.Error.WriteLine("playing Zero by the straightforward runner, literal and plain, then by run --fast");
            literal = Math.Min(literal, Seconds("dotnet", Peer, data, Zero, "literal"));
            plain = Math.Min(plain, Seconds("dotnet", Peer, data, Zero, "plain"));
            fast = Math.Min(fast, SecondsOfFastRun(data));
        }
        (double lines, double strings) = ReadTables(data);
        return new FastRace(fast, literal, plain, lines, strings);
    }

    /// <summary>A fast run's time over that of the straightforward runner with plain scoring, turn by turn.</summary>
    public static double[] Ratios(string data)
    {
        Seconds("dotnet", Peer, data, Zero, "plain");    // the files' first reading is nobody's
        return [.. Enumerable.Range(0, RatioTurns).Select(_ => SecondsOfFastRun(data) / Seconds("dotnet", Peer, data, Zero, "plain"))];
    }

    private static double SecondsOfFastRun(string data)
    {
        string folder = Directory.CreateTempSubdirectory("fast-").FullName;
        try
        {
            return Seconds(EvaluatorRun.Program, "run", Zero, "--fast", "--data", data, "--out", Path.Combine(folder, "run"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The largest tables, warm, by our reader and by the framework's; gigabytes a second.</summary>
    private static (double Lines, double Strings) ReadTables(string data)
    {
        string[] tables =
            [.. ((string[])["Parcels.csv", "Addresses.csv"]).Select(
                name => Directory.GetFiles(data, name, SearchOption.AllDirectories)[0])];
        double bytes = tables.Sum(table => new FileInfo(table).Length);
        var race = new Race(rounds: 20);
        race.Add("lines", bytes, () => Array.ForEach(tables, table => LineFile.Read(table).Dispose()));
        race.Add("strings", bytes, () => Array.ForEach(tables, table => _ = File.ReadLines(table).Count()));
        Dictionary<string, double> nanosecondsAByte = race.Run();
        return (1 / nanosecondsAByte["lines"], 1 / nanosecondsAByte["strings"]);
    }

    /// <exception cref="InvalidOperationException">It failed.</exception>
    private static double Seconds(string program, params string[] arguments)
    {
        var clock = Stopwatch.StartNew();
        using Process process =
            Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? clock.Elapsed.TotalSeconds
            : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}: {error.Result}");
    }
}
