using Evaluator.Confinement;
using Evaluator.Contest.Calls;
using Evaluator.Harness.Again;
using Evaluator.Harness.Records;
using Evaluator.Harness.Runs;
using Evaluator.Harness.Storage;
using Evaluator.Specs.Fixtures;

namespace Evaluator.Specs.Runs;

public class ReplaySpecs(RunOnDisk run) : IClassFixture<RunOnDisk>
{
    [Fact]
    public void A_deterministic_predictor_gives_the_same_bits_and_the_run_is_not_changed()
    {
        Dictionary<string, string> before = RunOnDisk.Contents(run.Folder);
        EvaluatorProgram said = EvaluatorProgram.Run("replay", run.Folder, "--case", RunOnDisk.Cases[0]);
        Assert.Equal(0, said.ExitCode);
        Assert.Contains("the same bits", said.Output);
        Assert.Equal(before, RunOnDisk.Contents(run.Folder));
    }

    [Fact]
    public void Chance_is_reported_as_not_deterministic_with_the_first_difference()
    {
        string folder = run.NewFolder();
        RunRequest request =
            run.Request(folder) with { Predictor = FixtureCatalog.Named("UsesClockAndRandom").Dll, Cases = [RunOnDisk.Cases[0]] };
        RunOnDisk.Play(request);

        EvaluatorProgram said = EvaluatorProgram.Run("replay", folder, "--case", RunOnDisk.Cases[0]);

        Assert.Equal(1, said.ExitCode);
        Assert.Contains("not deterministic", said.Output);
        Assert.Contains("location A1", said.Output);
    }

    [Fact]
    public void The_first_difference_is_named_by_month_location_day_and_type()
    {
        double[][] recorded = [.. CallingSequence.Official.PredictedMonths.Select(month => new double[2 * ContestYear.DaysIn(month) * 4])];
        double[][] replayed = [.. recorded.Select(month => month.ToArray())];
        Assert.Null(PredictionDifference.First(recorded, replayed, CallingSequence.Official, ["A1", "I2"]));

        replayed[1][((1 * 31) + 30) * 4 + 2] = -0.0;    // another bit pattern, though equal as a number
        replayed[3][0] = 1;
        Assert.Equal(
            new PredictionDifference(Month: 10, "I2", LocationIndex: 1, Day: 31, Type: 2, Recorded: 0, Replayed: -0.0, Differing: 2),
            PredictionDifference.First(recorded, replayed, CallingSequence.Official, ["A1", "I2"]));
    }

    [Fact]
    public void Another_predictor_or_other_data_are_refused()
    {
        string changed = run.CopyOfPackage();
        File.AppendAllText(Path.Combine(changed, $"loc-{RunOnDisk.Cases[0]}.csv"), "9\tA9\n");
        EvaluatorProgram data = EvaluatorProgram.Run("replay", run.Folder, "--case", RunOnDisk.Cases[0], "--data", changed);
        Assert.Equal(2, data.ExitCode);
        Assert.Contains("the data (SHA-256)", data.Error);
        EvaluatorProgram predictor =
            EvaluatorProgram.Run("replay", run.Folder, "--case", RunOnDisk.Cases[0], "--predictor", EvaluatorProgram.Predictor("Zero"));
        Assert.Equal(2, predictor.ExitCode);
        Assert.Contains("the predictor (SHA-256)", predictor.Error);
    }

    [Fact]
    public void A_case_that_failed_the_same_way_twice_is_the_same()
    {
        string folder = run.NewFolder();
        RunRequest request =
            run.Request(folder) with { Predictor = FixtureCatalog.Named("ThrowsInSetup").Dll, Cases = [RunOnDisk.Cases[0]] };
        RunOnDisk.Play(request);
        ReplayFinding finding = Assert.Single(Replay.Of(RunFolder.Open(folder), request.Predictor, request.Package)
            .Run(request.Cases, 1, CancellationToken.None));
        Assert.Equal((Verdict.Crashed, Verdict.Crashed, true), (finding.Recorded, finding.Replayed, finding.Same));
    }

    [Fact]
    public void Verify_replays_cases_after_the_run_and_records_the_finding_beside_the_summary()
    {
        string folder = run.NewFolder();
        EvaluatorProgram said = EvaluatorProgram.Run(
            "run", FixtureCatalog.Named("UsesClockAndRandom").Dll, "--data", run.PackageFolder, "--set", "example", "--out", folder,
                "--verify", "2");
        Assert.Equal(0, said.ExitCode);
        Assert.Contains("not deterministic", said.Output);

        Verification verification = RunFolder.Open(folder).ReadVerification()!;
        Assert.Equal(2, verification.Findings.Count);
        Assert.False(verification.Deterministic);
        Assert.Contains("not deterministic", EvaluatorProgram.Run("show", folder).Output);
    }
}
