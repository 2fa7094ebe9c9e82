using System.Diagnostics;
using Evaluator.Specs.Contest;

namespace Evaluator.Specs.Runs;

public sealed class KillSpecs : IDisposable
{
    /// <summary>A few in every test run; as many as the promise says with EVALUATOR_SOAK=1.</summary>
    private static readonly (int Kills, int Cases) Effort = Environment.GetEnvironmentVariable("EVALUATOR_SOAK") == "1" ? (20, 24) : (3, 6);

    private readonly string root = Directory.CreateTempSubdirectory("killed-").FullName;
    private readonly SmallPackage package = SmallPackage.OfDifferentCases(Effort.Cases);

    public void Dispose()
    {
        Directory.Delete(root, recursive: true);
        package.Dispose();
    }

    [Fact]
    public void A_harness_killed_at_random_moments_and_resumed_gives_the_summary_of_an_uninterrupted_run()
    {
        var watch = Stopwatch.StartNew();
        string uninterrupted = Path.Combine(root, "uninterrupted");
        Assert.True(End(Start(uninterrupted)), "the uninterrupted run did not end by itself");
        TimeSpan whole = watch.Elapsed;
        string expected = Summary(uninterrupted);

        int killed = 0, runs = 0;
        var moments = new Random(7);
        string folder = Path.Combine(root, $"run-{runs}");
        while (killed < Effort.Kills)
        {
            Dictionary<string, string> kept = CaseFiles(folder);
            bool ended = End(Start(folder), killAfter: whole * moments.NextDouble());
            Dictionary<string, string> now = CaseFiles(folder);
            foreach ((string file, string content) in kept)    // none, where the kill came before the first case
                Assert.Equal(content, now.GetValueOrDefault(file));
            if (ended)
            {
                Assert.Equal(expected, Summary(folder));
                folder = Path.Combine(root, $"run-{++runs}");
            }
            killed += ended ? 0 : 1;
        }
        Assert.True(End(Start(folder)), "the last run did not end by itself");
        Assert.Equal(expected, Summary(folder));
        Assert.Empty(Directory.EnumerateDirectories(folder, "scratch-*"));
        Assert.Empty(Directory.EnumerateFiles(folder, "*.tmp", SearchOption.AllDirectories));
    }

    private Process Start(string folder) => EvaluatorProgram.Start(
        "run", EvaluatorProgram.Predictor("SmoothedRate"), "--data", package.Folder, "--set", "example", "--workers", "2", "--out", folder,
            "--resume");

    /// <returns>Whether the program ended by itself, and well.</returns>
    private static bool End(Process process, TimeSpan? killAfter = null)
    {
        using (process)
        {
            Task<string> said = process.StandardError.ReadToEndAsync();
            _ = process.StandardOutput.ReadToEndAsync();
            bool ended = process.WaitForExit(killAfter ?? TimeSpan.FromMinutes(3));
            if (!ended)
                process.Kill();
            EndedProcess.AwaitEnd(process);
            if (ended)
                Assert.True(process.ExitCode == 0, said.Result);
            return ended;
        }
    }

    private static Dictionary<string, string> CaseFiles(string folder) => Directory.Exists(Path.Combine(folder, "cases"))
        ? Directory.EnumerateFiles(Path.Combine(folder, "cases"), "*.json").ToDictionary(file => file, File.ReadAllText)
        : [];

    private static string Summary(string folder) => File.ReadAllText(Path.Combine(folder, "summary.json"));
}
