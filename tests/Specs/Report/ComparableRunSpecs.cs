using Evaluator.Comparing;
using Evaluator.Contest.Package;
using Evaluator.Harness.Runs;
using Evaluator.Harness.Storage;
using Evaluator.Report.ComparedRuns;
using Evaluator.Specs.Runs;

namespace Evaluator.Specs.Report;

public sealed class ComparableRunSpecs(RunOnDisk run) : IClassFixture<RunOnDisk>
{
    [Fact]
    public void Two_copies_of_a_run_can_be_compared_and_are_told_apart_by_their_folders()
    {
        IReadOnlyList<ScoredRun> runs = ScoredRun.ReadAll([run.Folder, run.Copy()]);
        Assert.Equal(2, runs.Select(one => one.Label).Distinct().Count());
        Assert.False(PairedDifference.Of(runs[0].Cases, runs[0].CaseScores, runs[1].CaseScores).IsDistinguishable);
    }

    [Fact]
    public void An_incomplete_run_is_refused()
    {
        string copy = run.Copy();
        File.Delete(Path.Combine(copy, "cases", RunOnDisk.Cases[1] + ".json"));
        string message = Refusal(run.Folder, copy);
        Assert.Contains("2 of 3 cases", message, StringComparison.Ordinal);
        Assert.Contains(copy, message, StringComparison.Ordinal);
    }

    [Fact]
    public void Runs_over_other_cases_are_refused_and_the_difference_is_named()
    {
        string fewer = run.NewFolder();
        RunOnDisk.Play(run.Request(fewer) with { Cases = [RunOnDisk.Cases[0]] });
        string message = Refusal(run.Folder, fewer);
        Assert.Contains("2 only in " + run.Folder, message, StringComparison.Ordinal);
        Assert.Contains(RunOnDisk.Cases[1], message, StringComparison.Ordinal);
    }

    [Fact]
    public void Runs_over_other_data_are_refused()
    {
        string changed = run.CopyOfPackage(), other = run.NewFolder();
        File.AppendAllText(Path.Combine(changed, $"emergencies-{RunOnDisk.Cases[0]}-10.csv"), "A1\tVIOLENT\t1\t2011-10-03\n");
        RunOnDisk.Play(run.Request(other) with { Package = DataPackage.Open(changed) });
        Assert.Contains("different data", Refusal(run.Folder, other), StringComparison.Ordinal);
    }

    [Fact]
    public void The_command_ends_with_its_verdict()
    {
        EvaluatorProgram compare = EvaluatorProgram.Run("compare", run.Folder, run.Copy());
        Assert.Equal(0, compare.ExitCode);
        Assert.Contains("Not distinguishable", string.Join(' ', compare.Output.TrimEnd().Split('\n').TakeLast(3)));
    }

    private static string Refusal(params string[] folders) => Assert.Throws<RunFolderException>(() => ScoredRun.ReadAll(folders)).Message;
}
