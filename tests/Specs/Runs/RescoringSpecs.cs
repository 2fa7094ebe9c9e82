using Evaluator.Contest.Package;
using Evaluator.Harness.Again;
using Evaluator.Harness.Records;
using Evaluator.Harness.Runs;
using Evaluator.Harness.Storage;
using Evaluator.Specs.Contest;

namespace Evaluator.Specs.Runs;

public class RescoringSpecs(RunOnDisk run) : IClassFixture<RunOnDisk>
{
    private static readonly string One = RunOnDisk.Cases[1];

    [Fact]
    public void Nothing_changes_where_nothing_changed()
    {
        Dictionary<string, string> before = RunOnDisk.Contents(run.Folder);
        Rescoring rescoring = Rescoring.Of(RunFolder.Open(run.Folder), DataPackage.Open(run.PackageFolder));

        Assert.Equal(run.Summary.ScoreBits, rescoring.After.ScoreBits);
        Assert.Equal(run.Summary.PublicationHash, rescoring.After.PublicationHash);
        Assert.Empty(rescoring.Changed);
        Assert.Empty(rescoring.Differences);
        Assert.Equal(before, RunOnDisk.Contents(run.Folder));
    }

    [Fact]
    public void A_corrected_truth_scores_as_a_new_run_would_and_only_its_case_changes()
    {
        string corrected = run.CopyOfPackage();
        File.AppendAllText(Path.Combine(corrected, $"emergencies-{One}-12.csv"), "A2\tVIOLENT\t1\t2011-12-24 18:00\n");
        RunSummary anew = RunOnDisk.Play(run.Request(run.NewFolder()) with { Package = DataPackage.Open(corrected) });

        Rescoring rescoring = Rescoring.Of(RunFolder.Open(run.Folder), DataPackage.Open(corrected));

        Assert.NotEqual(run.Summary.ScoreBits, rescoring.After.ScoreBits);
        Assert.Equal(anew.ScoreBits, rescoring.After.ScoreBits);
        Assert.Equal(anew.PublicationHash, rescoring.After.PublicationHash);
        RescoredCase changed = Assert.Single(rescoring.Changed);
        Assert.Equal(One, changed.After.Case);
        Assert.Equal(changed.Before.Months[3].Events + 1, changed.After.Months[3].Events);
        Assert.Contains("the data (SHA-256)", Assert.Single(rescoring.Differences));
    }

    [Fact]
    public void The_new_scores_can_be_kept_as_a_run_of_their_own()
    {
        string corrected = run.CopyOfPackage();
        File.AppendAllText(Path.Combine(corrected, $"emergencies-{One}-12.csv"), "A2\tVIOLENT\t1\t2011-12-24 18:00\n");
        string kept = run.NewFolder();
        Rescoring first = Rescoring.Of(RunFolder.Open(run.Folder), DataPackage.Open(corrected), kept);

        RunFolder folder = RunFolder.Open(kept);
        Assert.Equal(RunFolder.Open(run.Folder).ReadManifest().Seal, folder.ReadManifest().RescoredFrom);
        Assert.Empty(folder.Inspect().Damages);
        Rescoring second = Rescoring.Of(folder, DataPackage.Open(corrected));
        Assert.Equal(first.After.PublicationHash, second.Before.PublicationHash);
        Assert.Empty(second.Changed);
    }

    [Fact]
    public void A_case_whose_locations_changed_is_named_and_leaves_no_score()
    {
        string corrected = run.CopyOfPackage();
        File.AppendAllText(Path.Combine(corrected, $"loc-{One}.csv"), "9\tA9\n");
        Rescoring rescoring = Rescoring.Of(RunFolder.Open(run.Folder), DataPackage.Open(corrected));
        Assert.Equal([One], rescoring.Unscorable);
        Assert.Null(rescoring.After.Score);
    }

    [Fact]
    public void The_command_prints_the_case_that_changed()
    {
        string corrected = run.CopyOfPackage();
        File.AppendAllText(Path.Combine(corrected, $"emergencies-{One}-9.csv"), "A2\tVIOLENT\t1\t2011-09-24 18:00\n");
        EvaluatorProgram said = EvaluatorProgram.Run("rescore", run.Folder, "--data", corrected);
        Assert.Equal(0, said.ExitCode);
        Assert.Contains(One, said.Output);
        Assert.Contains("1 of 3 cases changed", said.Output);
    }

    [Fact]
    public void The_example_cases_of_the_real_package_keep_their_bits()
    {
        DataPackage boston = BostonPackage.OpenOrSkip();
        string folder = run.NewFolder();
        RunSummary summary = RunOnDisk.Play(run.Request(folder) with { Package = boston, Cases = boston.Set("example") });
        Rescoring rescoring = Rescoring.Of(RunFolder.Open(folder), boston);
        Assert.Equal(summary.ScoreBits, rescoring.After.ScoreBits);
        Assert.Empty(rescoring.Changed);
    }
}
