using System.Diagnostics;
using Evaluator.Harness.Records;
using Evaluator.Harness.Runs;
using Evaluator.Harness.Storage;
using Evaluator.Specs.Fixtures;
using Evaluator.Specs.Runs;

namespace Evaluator.Specs.Shards;

/// <summary>What merging refuses, and what two writers of one case leave.</summary>
public class MergeSpecs(PlannedRun planned) : IClassFixture<PlannedRun>
{
    /// <summary>Each: what is done to a played run, the file that is named and what is said of it.</summary>
    private static readonly Dictionary<string,
        (Action<PlannedRun, RunFolder, string, string> Spoil, Func<string, string, string> Named, string Said)> Spoilings = new()
        {
            ["removed"] = (
                (_, folder, one, _) => File.Delete(ShardSpecs.CaseFile(folder, one)), (one, _) => $"cases/{one}.json", "is missing"),
            ["doubled in place of another"] = (
            (_, folder, one, other) => File.Copy(ShardSpecs.CaseFile(folder, one), ShardSpecs.CaseFile(folder, other), overwrite: true),
            (_, other) => $"cases/{other}.json", "is a copy of the result of"),
            ["doubled under a name of its own"] = (
            (_, folder, one, _) => File.Copy(ShardSpecs.CaseFile(folder, one), ShardSpecs.CaseFile(folder, one + "-2")),
            (one, _) => $"cases/{one}-2.json", "belongs to none of"),
            ["edited"] = (
            (_, folder, one, _) => File.WriteAllText(ShardSpecs.CaseFile(folder, one),
                File.ReadAllText(ShardSpecs.CaseFile(folder, one)).Replace("\"score\": ", "\"score\": 1")),
            (one, _) => $"cases/{one}.json", "was changed after it was written"),
            ["from another manifest"] = (
            (planned, folder, one, _) =>
                File.Copy(ShardSpecs.CaseFile(planned.Whole, one), ShardSpecs.CaseFile(folder, one), overwrite: true),
            (one, _) => $"cases/{one}.json", "is of another run"),
        };

    public static TheoryData<string> Kinds => [.. Spoilings.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_case_file_that_is_not_what_the_run_wrote_is_refused_and_named(string kind)
    {
        (Action<PlannedRun, RunFolder, string, string> spoil, Func<string, string, string> named, string said) = Spoilings[kind];
        RunFolder folder = planned.CopyPlayed();
        string one = folder.ReadManifest().Cases[1], other = folder.ReadManifest().Cases[4];
        spoil(planned, folder, one, other);

        EvaluatorProgram merge = EvaluatorProgram.Run("merge", folder.Path);

        Assert.Equal(3, merge.ExitCode);
        Assert.Contains(Path.Combine(folder.Path, named(one, other)), merge.Error);
        Assert.Contains(said, merge.Error);
        Assert.False(File.Exists(Path.Combine(folder.Path, "summary.json")));
    }

    [Fact]
    public void A_case_that_faults_left_without_a_result_is_named_with_its_fault()
    {
        RunFolder folder = planned.CopyPlayed();
        string one = folder.ReadManifest().Cases[0];
        File.Delete(ShardSpecs.CaseFile(folder, one));
        folder.Write(
            new FaultRecord(one, Evaluator.Confinement.Verdict.HarnessFault, "the disk broke", null, "n1", DateTimeOffset.UnixEpoch));
        folder.Write(
            new FaultRecord(one, Evaluator.Confinement.Verdict.HarnessFault, "the disk broke", null, "n2", DateTimeOffset.UnixEpoch));

        Assert.Contains($"faults/{one}.2.json", Assert.Single(Merge.Of(folder).Refusals, refusal => refusal.Case == one).What);
    }

    [Fact]
    public void A_summary_that_was_torn_or_edited_is_made_again()
    {
        RunFolder folder = planned.CopyPlayed();
        File.WriteAllText(Path.Combine(folder.Path, "summary.json"), "{ \"comp");
        Assert.NotNull(Merge.Of(folder).Summary);
        Assert.Equal(planned.WholeSummary, ShardSpecs.SummaryOf(folder));
    }

    [Fact]
    public void A_second_result_with_the_same_bits_leaves_no_trace()
    {
        RunFolder folder = planned.CopyPlayed();
        Dictionary<string, string> before = RunOnDisk.Contents(folder.Path);
        CaseOutcome again = OutcomeOf(folder, folder.ReadManifest().Cases[2]);

        Assert.Null(folder.Write(again with { Result = again.Result with { CpuSeconds = 12, PlayedOn = null } }));

        Assert.Equal(before, RunOnDisk.Contents(folder.Path));
    }

    [Fact]
    public void A_second_result_with_other_bits_is_kept_beside_and_named_and_the_first_counts()
    {
        RunFolder folder = planned.CopyPlayed();
        string one = folder.ReadManifest().Cases[2], first = File.ReadAllText(ShardSpecs.CaseFile(folder, one));
        CaseOutcome again = OutcomeOf(folder, one);
        again.Predictions[0][0] += 1;
        CaseResult second =
            again.Result with { Score = 1, ScoreBits = ScoreBits.Of(1.0), PlayedOn = again.Result.PlayedOn! with { Host = "n2" } };

        Conflict? conflict = folder.Write(again with { Result = second });

        Assert.Equal(one, conflict!.Case);
        Assert.Contains("3ff0000000000000", conflict.What);
        Assert.Contains("n2", conflict.What);
        Assert.Equal(first, File.ReadAllText(ShardSpecs.CaseFile(folder, one)));
        EvaluatorProgram merge = EvaluatorProgram.Run("merge", folder.Path);
        Assert.Equal(0, merge.ExitCode);
        Assert.Contains(Path.Combine(folder.Path, conflict.File), merge.Error);
        Assert.Equal(planned.WholeSummary, ShardSpecs.SummaryOf(folder));
        Assert.Equal(2, Directory.EnumerateFiles(Path.Combine(folder.Path, "conflicts")).Count());
    }

    [Fact]
    public void Two_harnesses_that_play_the_same_cases_at_once_count_each_once()
    {
        RunFolder folder = planned.Copy();
        Process[] twice = [.. Enumerable.Range(0, 2).Select(_ => EvaluatorProgram.Start("run", "--plan", folder.Path, "--workers", "2"))];
        foreach (Process process in twice)
        {
            using (process)
                Assert.Equal(0, EvaluatorProgram.End(process).ExitCode);
        }
        Merge merge = Merge.Of(folder);
        Assert.Empty(merge.Refusals);
        Assert.Empty(merge.Conflicts);
        Assert.Equal(planned.WholeSummary, ShardSpecs.SummaryOf(folder));
    }

    [Fact]
    public void Of_many_writers_of_one_case_exactly_one_wins()
    {
        RunFolder played = planned.CopyPlayed();
        string one = played.ReadManifest().Cases[0];
        for (int round = 0; round < 20; round++)
        {
            RunFolder folder = planned.Copy();
            var conflicts = new Conflict?[8];
            using var start = new Barrier(conflicts.Length);
            Thread[] writers = [.. conflicts.Select((_, i) => new Thread(() =>
            {
                CaseOutcome outcome = OutcomeOf(played, one);
                outcome = outcome with { Result = outcome.Result with { Score = i, ScoreBits = ScoreBits.Of((double)i) } };
                start.SignalAndWait();
                conflicts[i] = folder.Write(outcome);
            }))];
            foreach (Thread writer in writers)
                writer.Start();
            foreach (Thread writer in writers)
                writer.Join();
            int winner = Array.IndexOf(conflicts, null);
            Assert.Equal(conflicts.Length - 1, conflicts.Count(conflict => conflict is not null));
            Assert.Equal(winner, folder.ReadCase(one)!.Score);
            Assert.Empty(Directory.EnumerateFiles(folder.Path, "*.tmp", SearchOption.AllDirectories));
        }
    }

    [Fact]
    public void A_predictor_that_is_not_deterministic_is_found_out_by_its_second_player()
    {
        RunFolder folder =
            new Evaluation(planned.Request(planned.NewFolder()) with { Predictor = FixtureCatalog.Named("UsesClockAndRandom").Dll })
            .Plan(TestContext.Current.CancellationToken);
        RunFolder other = planned.Copy(folder.Path);
        planned.Play(folder, "1/1");
        planned.Play(other, "1/1");
        string one = folder.ReadManifest().Cases[0];
        Assert.NotNull(folder.Write(OutcomeOf(other, one)));
        Assert.NotNull(Assert.Single(Merge.Of(folder).Conflicts));
    }

    private static CaseOutcome OutcomeOf(RunFolder folder, string blockGroup)
    {
        CaseResult result = folder.ReadCase(blockGroup)!;
        return new CaseOutcome(result, folder.ReadConsole(blockGroup), PredictionArchive.Read(folder, result)!);
    }
}
