using System.Diagnostics;
using Evaluator.Harness.Storage;

namespace Evaluator.Specs.Cluster;

/// <summary>
/// SmoothedRate over all 544 cases of the real package, or over a synthetic city where there is none: planned, and run on one machine.
/// </summary>
public sealed class BostonRun : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("boston-run-").FullName;
    private readonly string plan = "";
    private int folders;

    public BostonRun()
    {
        if (!Soak.IsOn)
            return;
        Data = Environment.GetEnvironmentVariable("EVALUATOR_DATA") is { Length: > 0 } given ? given : Generated();
        plan = Plan("all");
        string whole = NewFolder();
        var watch = Stopwatch.StartNew();
        Require(
            EvaluatorProgram.Start("run", EvaluatorProgram.Predictor("SmoothedRate"), "--data", Data, "--out", whole, "--workers", "2"));
        Wall = watch.Elapsed;
        Summary = File.ReadAllText(Path.Combine(whole, "summary.json"));
        Cases = RunFolder.Open(whole).ReadManifest().Cases.Count;
    }

    public string Data { get; } = "";

    /// <summary>A set of some hundred cases at most.</summary>
    public string SmallSet => "provisional";

    /// <summary>Of one machine, byte for byte.</summary>
    public string Summary { get; } = "";

    public TimeSpan Wall { get; }

    public int Cases { get; }

    public string NewFolder() => Path.Combine(root, $"{++folders}");

    public string Plan(string set, params string[] options)
    {
        string folder = NewFolder();
        Require(EvaluatorProgram.Start(
            ["plan", EvaluatorProgram.Predictor("SmoothedRate"), "--data", Data, "--set", set, "--out", folder, .. options]));
        return folder;
    }

    /// <summary>A plan nobody has played yet.</summary>
    public RunFolder Copy()
    {
        string copy = NewFolder();
        foreach (string folder in Directory.EnumerateDirectories(plan, "*", SearchOption.AllDirectories))
            Directory.CreateDirectory(Path.Combine(copy, Path.GetRelativePath(plan, folder)));
        foreach (string file in Directory.EnumerateFiles(plan, "*", SearchOption.AllDirectories))
            File.Copy(file, Path.Combine(copy, Path.GetRelativePath(plan, file)));
        return RunFolder.Open(copy);
    }

    public void Dispose() => Directory.Delete(root, recursive: true);

    private string Generated()
    {
        string city = NewFolder();
        Require(EvaluatorProgram.Start("generate", city));
        return city;
    }

    private static void Require(Process process)
    {
        using (process)
        {
            Task<string> error = process.StandardError.ReadToEndAsync();
            _ = process.StandardOutput.ReadToEndAsync();
            Assert.True(process.WaitForExit(TimeSpan.FromMinutes(20)) && process.ExitCode == 0, error.Result);
        }
    }
}
