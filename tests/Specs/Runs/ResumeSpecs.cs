using Evaluator.Confinement;
using Evaluator.Confinement.Disk;
using Evaluator.Contest.Calls;
using Evaluator.Contest.Package;
using Evaluator.Harness.Records;
using Evaluator.Harness.Runs;
using Evaluator.Harness.Storage;
using Evaluator.Specs.Disk;

namespace Evaluator.Specs.Runs;

public class ResumeSpecs(RunOnDisk run) : IClassFixture<RunOnDisk>
{
    [Fact]
    public void A_run_that_was_stopped_and_resumed_has_the_summary_of_an_uninterrupted_one()
    {
        string folder = run.NewFolder();
        using var stop = new CancellationTokenSource();
        RunSummary stopped = RunOnDisk.Play(run.Request(folder) with { Workers = 1 }, report: _ => stop.Cancel(), cancel: stop.Token);
        Assert.False(stopped.Complete);

        ResumedRun? resumed = null;
        RunOnDisk.Play(run.Request(folder) with { Resume = true }, found => resumed = found);

        Assert.Equal(1, resumed!.Kept);
        Assert.Equal(Summary(run.Folder), Summary(folder));
    }

    [Fact]
    public void Finished_cases_are_kept_and_only_the_rest_is_run()
    {
        string folder = run.Copy();
        Lose(folder, RunOnDisk.Cases[1]);
        File.Delete(Path.Combine(folder, "summary.json"));
        Dictionary<string, string> kept = RunOnDisk.Contents(folder);
        List<string> played = [];

        RunOnDisk.Play(run.Request(folder) with { Resume = true },
            report: progress => played.Add(((RunProgress.Played)progress).Result.Case));

        Assert.Equal([RunOnDisk.Cases[1]], played);
        Dictionary<string, string> now = RunOnDisk.Contents(folder);
        ForEvery.In(kept, file => Assert.Equal(file.Value, now[file.Key]));
        Assert.Equal(Summary(run.Folder), Summary(folder));
    }

    [Fact]
    public void Resuming_a_finished_run_plays_nothing()
    {
        string folder = run.Copy();
        RunOnDisk.Play(run.Request(folder) with { Resume = true }, report: _ => Assert.Fail("a case was played"));
        Assert.Equal(RunOnDisk.Contents(run.Folder), RunOnDisk.Contents(folder));
    }

    [Fact]
    public void A_run_that_was_killed_before_it_wrote_anything_is_started()
    {
        string folder = run.NewFolder();
        Directory.CreateDirectory(Path.Combine(folder, "cases"));
        File.WriteAllText(Path.Combine(folder, "run.json.host.1.0123456789abcdef0123456789abcdef.tmp"), "{");
        Assert.Equal(run.Summary.ScoreBits, RunOnDisk.Play(run.Request(folder) with { Resume = true }).ScoreBits);
    }

    [Fact]
    public void What_a_killed_harness_left_half_done_is_removed_and_what_another_machine_is_doing_stays()
    {
        string folder = run.Copy();
        string scratch = Path.Combine(folder, $"scratch-{DeadProcess.Name}-1");
        Directory.CreateDirectory(scratch);
        string half = Path.Combine(folder, "cases", $"x.json.{DeadProcess.Name}.0123456789abcdef0123456789abcdef.tmp");
        string theirs = Path.Combine(folder, "cases", $"x.json.{DeadProcess.NameOn("another-host")}.0123456789abcdef0123456789abcdef.tmp");
        File.WriteAllText(half, "{");
        File.WriteAllText(theirs, "{");

        RunOnDisk.Play(run.Request(folder) with { Resume = true });

        Assert.False(Directory.Exists(scratch));
        Assert.False(File.Exists(half));
        Assert.True(File.Exists(theirs));
    }

    [Fact]
    public void A_changed_predictor_is_refused() =>
    AssertRefused(request => request with { Predictor = EvaluatorProgram.Predictor("Zero") }, "the predictor (SHA-256)");

    [Fact]
    public void A_changed_limit_is_refused() =>
        AssertRefused(request => request with { Limits = Limits.Official with { CpuSeconds = 20 } },
            "the CPU limit: 30 s recorded, 20 s now");

    [Fact]
    public void Other_months_are_refused() =>
    AssertRefused(request => request with { Sequence = CallingSequence.Parse("5-8") }, "the predicted months: 9-12 recorded, 5-8 now");

    [Fact]
    public void Other_cases_are_refused() =>
    AssertRefused(request => request with { Cases = [RunOnDisk.Cases[0]] }, "the set of cases: example (3) recorded, ");

    [Fact]
    public void Changed_data_are_refused()
    {
        string changed = run.CopyOfPackage();
        File.AppendAllText(Path.Combine(changed, $"emergencies-{RunOnDisk.Cases[2]}-3.csv"), "A1\tOTHER\t1\t2011-03-03 12:00\n");
        AssertRefused(request => request with { Package = DataPackage.Open(changed) }, "the data (SHA-256)");
    }

    [Fact]
    public void A_run_that_another_build_began_is_continued_and_says_who_played_what()
    {
        string folder = BegunByAnotherBuild();
        ResumedRun? resumed = null;
        RunSummary summary = RunOnDisk.Play(run.Request(folder) with { Resume = true }, found => resumed = found);

        Assert.Equal((1, "0.0.9 (code 000000000000)"), (resumed!.Kept, $"{resumed.BegunBy}"));
        Assert.Equal((run.Summary.ScoreBits, run.Summary.PublicationHash), (summary.ScoreBits, summary.PublicationHash));
        Assert.Equal(($"{CodeRecord.Here()}", 2), Assert.Single(summary.OtherEvaluators!.Select(other => (other.Key, other.Value))));
        Assert.Equal([null, CodeRecord.Here(), CodeRecord.Here()],
            RunFolder.Open(folder).ReadCases().Select(result => result.PlayedOn!.Evaluator));
        Assert.Equal(Summary(folder), Summary(Merged(folder)));
        EvaluatorProgram shown = EvaluatorProgram.Run("show", folder);
        Assert.Equal(0, shown.ExitCode);
        Assert.Contains("2 cases were played by", shown.Output);
    }

    [Fact]
    public void A_run_of_one_build_does_not_speak_of_others()
    {
        Assert.DoesNotContain("otherEvaluators", Summary(run.Folder));
        Assert.DoesNotContain("\"evaluator\"", File.ReadAllText(Path.Combine(run.Folder, "cases", RunOnDisk.Cases[0] + ".json")));
    }

    [Fact]
    public void Another_definition_of_the_score_is_refused()
    {
        RunManifest recorded = RunFolder.Open(run.Folder).ReadManifest();
        RunManifest now = recorded with { Code = new CodeRecord("0.2.0", recorded.Code.ScorerVersion + 1, "other") };
        int version = recorded.Code.ScorerVersion;
        Assert.Equal([$"the definition of the score: {version} recorded, {version + 1} now"],
            ManifestDifferences.OfContinued(recorded, now));

        string folder = run.NewFolder();
        RunStart.Create(folder, now, []);
        string said =
            Assert.Throws<RunFolderException>(() => RunOnDisk.Play(run.Request(folder) with { Resume = true })).Message;
        Assert.Contains($"`evaluator rescore {folder} --out NEW`", said);
    }

    [Fact]
    public void A_shard_of_another_version_of_the_evaluator_is_refused()
    {
        RunManifest recorded = RunFolder.Open(run.Folder).ReadManifest();
        RunManifest now =
            recorded with { Code = recorded.Code with { Version = "0.2.0" }, Machine = recorded.Machine with { Runtime = ".NET 11.0.0" } };
        IReadOnlyList<string> differences = ManifestDifferences.OfRuns(recorded, now);
        Assert.Equal([$"the evaluator: {recorded.Code.Version} recorded, 0.2.0 now",
            $"the runtime: {recorded.Machine.Runtime} recorded, .NET 11.0.0 now"], differences);
        Assert.Empty(ManifestDifferences.OfRuns(recorded,
            recorded with { Machine = recorded.Machine with { Host = "elsewhere", Cpu = "another" } }));
    }

    [Fact]
    public void Without_a_folder_to_resume_the_command_line_says_so()
    {
        EvaluatorProgram said = EvaluatorProgram.Run("run", EvaluatorProgram.Predictor("Zero"), "--data", run.PackageFolder, "--resume");
        Assert.Equal(2, said.ExitCode);
        Assert.Contains("--resume needs --out", said.Error);
    }

    private void AssertRefused(Func<RunRequest, RunRequest> change, string difference)
    {
        string folder = run.Copy();
        Lose(folder, RunOnDisk.Cases[0]);
        Dictionary<string, string> before = RunOnDisk.Contents(folder);
        RunFolderException refusal =
            Assert.Throws<RunFolderException>(() => RunOnDisk.Play(change(run.Request(folder) with { Resume = true })));
        Assert.Contains(difference, refusal.Message);
        Assert.Equal(before, RunOnDisk.Contents(folder));
    }

    /// <summary>The run as another build would have begun it: its plan, and one case.</summary>
    private string BegunByAnotherBuild()
    {
        RunFolder played = RunFolder.Open(run.Folder);
        RunManifest manifest = played.ReadManifest();
        ClosureFile[] inputs =
        [
            .. Directory.EnumerateFiles(Path.Combine(run.Folder, "submission"), "*", SearchOption.AllDirectories)
                .Append(Path.Combine(run.Folder, RunFolder.DataFile))
                .Select(file => new ClosureFile(Path.GetRelativePath(run.Folder, file), File.ReadAllBytes(file))),
        ];
        string folder = run.NewFolder();
        CodeRecord older = manifest.Code with { Version = "0.0.9", Sha256 = new string('0', 64) };
        RunFolder begun = RunStart.Create(folder, manifest with { Code = older }, inputs);
        CaseResult first = played.ReadCase(RunOnDisk.Cases[0])!;
        Assert.Null(begun.Write(new CaseOutcome(first, "", PredictionArchive.Read(played, first)!)));
        return folder;
    }

    private string Merged(string folder)
    {
        string copy = run.NewFolder();
        FolderCopy.Make(folder, copy);
        File.Delete(Path.Combine(copy, "summary.json"));
        Assert.NotNull(Merge.Of(RunFolder.Open(copy)).Summary);
        return copy;
    }

    private static void Lose(string folder, string blockGroup) => File.Delete(Path.Combine(folder, "cases", blockGroup + ".json"));

    private static string Summary(string folder) => File.ReadAllText(Path.Combine(folder, "summary.json"));
}
