using System.Text.Json;
using Evaluator.Harness.Records;
using Evaluator.Harness.Runs;
using Evaluator.Harness.Storage;
using Evaluator.Report.ComparedRuns;
using Evaluator.Scorer.Definition;
using Evaluator.Specs.Fixtures;
using Evaluator.Specs.Shards;

namespace Evaluator.Specs.Cluster;

/// <summary>Many submissions: one plan each, one table.</summary>
public class StandingsSpecs(PlannedRun planned) : IClassFixture<PlannedRun>
{
    [Fact]
    public void A_folder_of_submissions_is_planned_played_merged_and_ranked()
    {
        string handedIn = planned.NewFolder(), runs = planned.NewFolder();
        HandIn(handedIn, "Anna", EvaluatorProgram.Predictor("SmoothedRate"));
        HandIn(handedIn, "Bert", EvaluatorProgram.Predictor("Zero"));
        HandIn(handedIn, "Cleo", EvaluatorProgram.Predictor("SmoothedRate"));
        HandIn(handedIn, "Dora", FixtureCatalog.Named("NoSuchClass").Dll);
        File.WriteAllText(Path.Combine(handedIn, "notes.txt"), "not a submission");

        EvaluatorProgram plan =
            EvaluatorProgram.Run("plan", "--each", handedIn, "--data", planned.PackageFolder, "--set", "example", "--out", runs);
        Assert.True(plan.ExitCode == 0, plan.Error);
        Assert.Contains("Dora: Rejected", plan.Output);
        foreach (string name in (string[])["Anna", "Bert", "Cleo"])
            planned.Play(RunFolder.Open(Path.Combine(runs, name)), "1/1");
        Assert.Equal(1, EvaluatorProgram.Run("merge", runs).ExitCode);

        RunStandings standings = RunStandings.Of(RunFolders.In(runs));
        Assert.Equal([("Bert", 1), ("Anna", 2), ("Cleo", 2), ("Dora", null)],
            standings.Rows.Select(row => (Path.GetFileName(row.Folder), row.Rank)));
        EvaluatorProgram json = EvaluatorProgram.Run("standings", runs, "--json");
        Assert.Equal(0, json.ExitCode);
        using JsonDocument rows = JsonDocument.Parse(json.Output);
        Assert.Equal(4, rows.RootElement.GetArrayLength());
        Assert.Contains("Bert", EvaluatorProgram.Run("standings", runs).Output);

        EvaluatorProgram again =
            EvaluatorProgram.Run("plan", "--each", handedIn, "--data", planned.PackageFolder, "--set", "example", "--out", runs);
        Assert.Equal(4, again.Output.Split("is planned already").Length - 1);
    }

    [Fact]
    public void A_run_that_is_not_whole_has_no_rank()
    {
        RunFolder whole = planned.CopyPlayed(), half = planned.Copy();
        planned.Play(half, "1/2");
        RunStandings standings = RunStandings.Of([half.Path, whole.Path]);
        Assert.Equal([(whole.Path, 1), (half.Path, null)], standings.Rows.Select(row => (row.Folder, row.Rank)));
        Assert.Equal(3, EvaluatorProgram.Run("standings", half.Path).ExitCode);
    }

    [Fact]
    public void Runs_over_other_cases_are_not_ranked()
    {
        RunRequest request = planned.Request(planned.NewFolder());
        RunFolder other = new Evaluation(request with { Cases = [.. request.Cases.Skip(1)] }).Plan(TestContext.Current.CancellationToken);
        Assert.Contains("same cases",
            Assert.Throws<RunFolderException>(() => RunStandings.Of([planned.CopyPlayed().Path, other.Path])).Message);
    }

    [Fact]
    public void Runs_of_two_definitions_of_the_score_are_ranked_apart()
    {
        string now = planned.CopyPlayed().Path, other = planned.NewFolder();
        RunManifest manifest = RunFolder.Open(now).ReadManifest();
        RunStart.Create(other, manifest with { Code = manifest.Code with { ScorerVersion = manifest.Code.ScorerVersion + 1 } }, []);

        EvaluatorProgram standings = EvaluatorProgram.Run("standings", now, other);
        Assert.Equal(3, standings.ExitCode);    // nothing of the other one has been played
        Assert.Equal(2, standings.Output.Split("cases: ").Length - 1);
        Assert.Contains("ranked apart: ", standings.Output);
        Assert.Contains($"was scored by definition {ScoreDefinition.Version}, ", standings.Output.ReplaceLineEndings(" "));
        Assert.DoesNotContain("ranked apart", EvaluatorProgram.Run("standings", now, other, "--public").Output);
        Assert.Contains("`evaluator rescore`", Assert.Throws<RunFolderException>(() => RunStandings.Of([now, other])).Message);
    }

    private static void HandIn(string folder, string name, string assembly)
    {
        Directory.CreateDirectory(folder);
        File.Copy(assembly, Path.Combine(folder, name + ".dll"));
    }
}
