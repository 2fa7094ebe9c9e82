using System.Diagnostics;
using System.Text.Json;
using Evaluator.Contest;
using Evaluator.Harness.Records;
using Evaluator.Harness.Runs;
using Evaluator.Harness.Shards;
using Evaluator.Harness.Storage;
using Evaluator.Specs.Fixtures;

namespace Evaluator.Specs.Shards;

/// <summary>A planned run, played in parts: the same summary, byte for byte, as on one machine.</summary>
public class ShardSpecs(PlannedRun planned) : IClassFixture<PlannedRun>
{
    [Fact]
    public void Shards_played_one_by_one_merge_into_the_summary_of_one_machine()
    {
        RunFolder folder = planned.Copy();
        foreach (string shard in (string[])["3/3", "1/3", "2/3"])
            Assert.True(planned.Play(folder, shard).AllAccepted);

        Merge merge = Merge.Of(folder);

        Assert.Empty(merge.Refusals);
        Assert.Empty(merge.Conflicts);
        Assert.Equal(planned.WholeSummary, SummaryOf(folder));
    }

    [Fact]
    public void Processes_with_other_register_widths_that_play_at_once_merge_into_the_same_summary()
    {
        RunFolder folder = planned.Copy();
        string[] widths = ["DOTNET_EnableAVX512", "DOTNET_EnableAVX2", "DOTNET_EnableHWIntrinsic", "EVALUATOR_NOTHING"];
        Process[] processes =
        [
            .. widths.Select((width, i) => EvaluatorProgram.Start(
                new Dictionary<string, string> { [width] = "0" }, "run", "--plan", folder.Path, "--shard", $"{i + 1}/{widths.Length}",
                    "--workers", "1")),
        ];
        foreach (Process process in processes)
        {
            using (process)
                Assert.Equal(0, EvaluatorProgram.End(process).ExitCode);
        }

        EvaluatorProgram merge = EvaluatorProgram.Run("merge", folder.Path);

        Assert.Equal(0, merge.ExitCode);
        Assert.Equal(planned.WholeSummary, SummaryOf(folder));
        PlayedOn[] played = [.. folder.ReadCases().Select(result => result.PlayedOn!)];
        Assert.Equal(widths.Length, played.Select(one => one.Shard).Distinct().Count());
        Assert.True(played.Select(one => one.VectorBits).Distinct().Count() > 1, "every shard ran with the same registers");
        ForEvery.In(played, one => Assert.Equal(Environment.MachineName, one.Host));
    }

    /// <summary>As the first shard on a node of a cluster has it.</summary>
    [Fact]
    public void A_scratch_folder_that_is_not_there_yet_is_made()
    {
        RunFolder folder = planned.Copy();
        string scratch = Path.Combine(planned.NewFolder(), "of", "nobody");
        EvaluatorProgram shard = EvaluatorProgram.Run("run", "--plan", folder.Path, "--shard", "1/4", "--scratch", scratch);
        Assert.True(shard.ExitCode == 0, shard.Error);
        Assert.Empty(Directory.EnumerateFileSystemEntries(scratch));
    }

    [Fact]
    public void A_shard_that_starts_again_plays_only_what_is_missing()
    {
        RunFolder folder = planned.CopyPlayed();
        Dictionary<string, string> before = Runs.RunOnDisk.Contents(Path.Combine(folder.Path, "cases"));
        string lost = Dealing.Of(folder.ReadManifest(), Shard.Parse("1/2"))[0];
        File.Delete(CaseFile(folder, lost));

        List<string> played = [];
        new ShardRun(folder, Shard.Parse("1/2"), planned.OpenPackage(), workers: 2)
            .Run(progress => played.Add(((RunProgress.Played)progress).Result.Case), TestContext.Current.CancellationToken);

        Assert.Equal([lost], played);
        Dictionary<string, string> after = Runs.RunOnDisk.Contents(Path.Combine(folder.Path, "cases"));
        ForEvery.In(before.Where(file => !file.Key.Contains(lost)), file => Assert.Equal(file.Value, after[file.Key]));
    }

    [Fact]
    public void A_torn_case_file_is_set_aside_by_its_shard_and_played_again()
    {
        RunFolder folder = planned.CopyPlayed();
        string torn = CaseFile(folder, folder.ReadManifest().Cases[3]);
        File.WriteAllText(torn, File.ReadAllText(torn)[..200]);
        Assert.Contains(Merge.Of(folder).Refusals,
            refusal => torn.EndsWith(refusal.File, StringComparison.Ordinal) && refusal.What.Contains("cut short"));

        planned.Play(folder, "1/1");

        Assert.NotNull(Merge.Of(folder).Summary);
        Assert.Equal(planned.WholeSummary, SummaryOf(folder));
        Assert.Single(Directory.EnumerateFiles(Path.Combine(folder.Path, "damaged")));
    }

    [Fact]
    public void A_plan_stays_playable_when_what_was_handed_in_is_gone()
    {
        string handedIn = planned.NewFolder();
        Directory.CreateDirectory(handedIn);
        string predictor = Path.Combine(handedIn, "SmoothedRate.dll");
        File.Copy(EvaluatorProgram.Predictor("SmoothedRate"), predictor);
        RunRequest request = planned.Request(planned.NewFolder()) with { Predictor = predictor };
        RunFolder folder = new Evaluation(request).Plan(TestContext.Current.CancellationToken);
        Directory.Delete(handedIn, recursive: true);

        Assert.True(planned.Play(folder, "1/1").AllAccepted);
        Assert.NotNull(Merge.Of(folder).Summary);
    }

    [Fact]
    public void A_machine_with_another_submission_or_other_data_plays_nothing_and_says_why()
    {
        RunFolder folder = planned.Copy();
        string data = planned.CopyOfPackage();
        string changed = $"emergencies-{folder.ReadManifest().Cases[0]}-10.csv";
        File.AppendAllText(Path.Combine(data, changed), "A1\tOTHER\t1\t2011-10-09 12:00\n");
        RunFolderException otherData = Assert.Throws<RunFolderException>(() => planned.Play(folder, "1/1", data));
        Assert.Contains(changed, otherData.Message);

        File.AppendAllText(Path.Combine(folder.Path, "submission", "SmoothedRate.dll"), "x");
        RunFolderException otherSubmission = Assert.Throws<RunFolderException>(() => planned.Play(folder, "1/1"));
        Assert.Contains("the predictor (SHA-256)", otherSubmission.Message);

        File.Delete(Path.Combine(folder.Path, "submission", "SmoothedRate.dll"));
        Assert.Contains("is missing", Assert.Throws<RunFolderException>(() => planned.Play(folder, "1/1")).Message);
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(folder.Path, "cases")));
    }

    [Fact]
    public void Data_of_other_shards_may_be_absent()
    {
        RunFolder folder = planned.Copy();
        IReadOnlyList<string> mine = Dealing.Of(folder.ReadManifest(), Shard.Parse("1/2"));
        string data = planned.CopyOfPackage();
        string[] others = [.. Directory.EnumerateFiles(data, "*-25025000*").Where(file => !mine.Any(file.Contains))];
        Assert.NotEmpty(others);
        foreach (string file in others)
            File.Delete(file);
        Assert.True(planned.Play(folder, "1/2", data).AllAccepted);
        Assert.Throws<PackageException>(() => planned.Play(folder, "2/2", data));
    }

    [Fact]
    public void A_machine_whose_sandbox_is_not_enough_plays_nothing()
    {
        RunFolder folder =
            new Evaluation(planned.Request(planned.NewFolder()) with { RequiredSandbox = 3 }).Plan(TestContext.Current.CancellationToken);
        var run =
            new ShardRun(folder, Shard.Whole, planned.OpenPackage(), workers: 1, Evaluator.Confinement.SelfTest.TestedSandbox.Of(most: 1));
        RunFolderException refused = Assert.Throws<RunFolderException>(() => run.Run(_ => { }, TestContext.Current.CancellationToken));
        Assert.Contains("level 3 is required", refused.Message);
        Assert.Contains(Environment.MachineName, refused.Message);
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(folder.Path, "cases")));
    }

    [Fact]
    public void A_rejected_submission_merges_into_a_rejected_run_and_plays_nothing()
    {
        RunFolder folder =
            new Evaluation(planned.Request(planned.NewFolder()) with { Predictor = FixtureCatalog.Named("NoSuchClass").Dll }).Plan(
                TestContext.Current.CancellationToken);
        Assert.True(planned.Play(folder, "1/1").Complete);
        Merge merge = Merge.Of(folder);
        Assert.Empty(merge.Refusals);
        Assert.NotNull(merge.Summary!.Rejected);
        Assert.Null(merge.Summary.Score);
    }

    internal static string CaseFile(RunFolder folder, string blockGroup) => Path.Combine(folder.Path, "cases", blockGroup + ".json");

    internal static string SummaryOf(RunFolder folder) => File.ReadAllText(Path.Combine(folder.Path, "summary.json"));
}
