using Evaluator.Confinement;
using Evaluator.Contest.Calls;
using Evaluator.Harness.Records;
using Evaluator.Harness.Runs;
using Evaluator.Harness.Storage;
using Evaluator.Specs.Contest;
using Evaluator.Specs.Fixtures;

namespace Evaluator.Specs.Harness;

public class RunSpecs
{
    private static readonly string Plugins = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", ".."));

    [Fact]
    public void The_same_bits_come_of_one_two_and_four_workers()
    {
        using SmallPackage package = SmallPackage.OfEqualCases(8);
        var scores = new List<string>();
        foreach (int workers in (int[])[1, 2, 4])
        {
            using FinishedRun run = FinishedRun.Of(Plugin("SmoothedRate"), package.Open(), workers);
            scores.Add(run.Summary.ScoreBits + string.Join(' ', run.Results.Select(result => result.ScoreBits)));
        }
        Assert.Single(scores.Distinct());
    }

    [Fact]
    public void The_example_cases_of_the_real_package_score_as_an_independent_implementation_found()
    {
        // boston.md gives the mean over 544 cases; these five were scored by the same independent implementation (reference_scorer.py).
        using FinishedRun run = FinishedRun.Of(Plugin("Zero"), BostonPackage.OpenOrSkip(), workers: 2);
        Assert.Equal(5, run.Results.Count);
        ForEvery.In(run.Results, result => Assert.Equal(Verdict.Accepted, result.Verdict));
        Assert.Equal(0, run.Summary.Unplaced);
        Assert.Equal(3210.382312, run.Summary.Score!.Value, 6);
    }

    [Fact]
    public void Other_months_can_be_predicted_and_are_marked_unofficial()
    {
        using SmallPackage package = SmallPackage.OfEqualCases(1);
        using FinishedRun run = FinishedRun.Of(Plugin("BlockGroupRate"), package.Open(), sequence: CallingSequence.Parse("5-8"));

        Assert.False(run.Summary.Official);
        Assert.Equal([5, 6, 7, 8], Assert.Single(run.Results).Months.Select(month => month.Month));
        Assert.Equal(["load", "setup", "receiveEvents(1)", "receiveEvents(2)", "receiveEvents(3)", "receiveEvents(4)", "predict(5)",
            "receiveEvents(5)",
            "predict(6)", "receiveEvents(6)", "predict(7)", "receiveEvents(7)", "predict(8)"],
                run.Results[0].Calls.Select(call => call.Call));
    }

    [Fact]
    public void A_second_run_into_the_same_folder_is_refused_and_nothing_is_lost()
    {
        using SmallPackage package = SmallPackage.OfEqualCases(1);
        using FinishedRun run = FinishedRun.Of(Plugin("Zero"), package.Open());
        Dictionary<string, string> before = Contents(run.Folder);

        var again = new RunRequest(Plugin("BlockGroupRate"), package.Open(), "example", package.Open().Set("example"),
            CallingSequence.Official, run.Folder, 1, Limits.Official);
        RunFolderException refusal = Assert.Throws<RunFolderException>(() => new Evaluation(again).Run(_ => { }, CancellationToken.None));

        Assert.Contains("holds a run already", refusal.Message);
        Assert.Equal(before, Contents(run.Folder));
    }

    [Fact]
    public void A_stopped_run_keeps_what_is_finished_and_leaves_no_worker()
    {
        using SmallPackage package = SmallPackage.OfEqualCases(3);
        string folder = Path.Combine(Directory.CreateTempSubdirectory("stopped-run-").FullName, "run");
        using var stop = new CancellationTokenSource();
        var request = new RunRequest(FixtureCatalog.Named("CrashesInOneCase").Dll, package.Open(), "example", package.Open().Set("example"),
            CallingSequence.Official, folder, 1, Limits.Official);
        RunSummary summary = new Evaluation(request).Run(_ => stop.Cancel(), stop.Token);

        Assert.False(summary.Complete);
        Assert.Null(summary.Score);
        Assert.Equal(1, summary.Cases);
        Assert.Empty(Directory.EnumerateDirectories(folder, "scratch-*"));
        Directory.Delete(Path.GetDirectoryName(folder)!, recursive: true);
    }

    [Fact]
    public void The_clock_and_the_peak_are_measured()
    {
        using SmallPackage package = SmallPackage.OfEqualCases(1);
        using FinishedRun run = FinishedRun.Of(FixtureCatalog.Named("Holds64Mebibytes").Dll, package.Open());
        CaseResult result = Assert.Single(run.Results);
        Assert.InRange(result.CpuSeconds, 0.005, 5);
        Assert.InRange(result.PeakMemoryBytes, 64 << 20, 300_000_000);
        Assert.Equal(17, result.Calls.Count);
    }

    private static string Plugin(string name) =>
        Path.Combine(Plugins, name, Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)), name + ".dll");

    private static Dictionary<string, string> Contents(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(file => file, File.ReadAllText);
}
