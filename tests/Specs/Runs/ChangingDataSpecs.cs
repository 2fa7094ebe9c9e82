using Evaluator.Confinement;
using Evaluator.Contest;
using Evaluator.Contest.Calls;
using Evaluator.Contest.Files;
using Evaluator.Contest.Package;
using Evaluator.Harness.Records;
using Evaluator.Harness.Runs;
using Evaluator.Harness.Storage;
using Evaluator.Specs.Contest;
using Evaluator.Specs.Harness;

namespace Evaluator.Specs.Runs;

/// <summary>A package that somebody writes to while a run goes on: the hash in run.json is true of all that has a score.</summary>
public sealed class ChangingDataSpecs : IDisposable
{
    private const string OneMore = "A1\tOTHER\t1\t2011-09-03 12:00\n";

    private readonly SmallPackage package = SmallPackage.OfDifferentCases(3);
    private readonly string root = Directory.CreateTempSubdirectory("changing-data-").FullName;

    private string Folder => Path.Combine(root, "run");

    [Fact]
    public void A_file_that_changes_leaves_its_case_without_a_score_and_the_other_cases_are_played()
    {
        string? changed = null;
        byte[] before = [];
        RunSummary summary = Play(played =>
        {
            if (changed is not null)
                return;
            changed = EmergenciesOf(AnotherThan(played));
            before = File.ReadAllBytes(changed);
            File.AppendAllText(changed, OneMore);
        });

        Assert.False(summary.Complete);
        Assert.Null(summary.Score);
        Assert.Equal(2, summary.Cases);
        string[] faults = [.. Directory.GetFiles(Path.Combine(Folder, "faults")).Select(File.ReadAllText)];
        ForEvery.In(faults, fault => Assert.Contains("changed while the run went on", fault));
        ForEvery.In(faults, fault => Assert.Contains(Path.GetFileName(changed!), fault));

        Assert.Contains("the data (SHA-256)", Assert.Throws<RunFolderException>(() => Play(_ => { }, resume: true)).Message);
        File.WriteAllBytes(changed!, before);
        Assert.True(Play(_ => { }, resume: true).Complete);
    }

    [Fact]
    public void A_file_that_is_only_touched_costs_nothing()
    {
        RunSummary summary = Play(played => File.SetLastWriteTimeUtc(EmergenciesOf(AnotherThan(played)), new DateTime(2020, 1, 1)));
        Assert.True(summary.Complete);
        Assert.Equal(3, summary.Verdicts["Accepted"]);
    }

    [Fact]
    public void A_table_that_changes_after_it_was_read_changes_no_score()
    {
        RunSummary undisturbed = Play(_ => { });
        Directory.Delete(Folder, recursive: true);
        RunSummary summary = Play(_ => File.WriteAllText(Path.Combine(package.Folder, "Parcels.csv"), "nothing\n"));
        Assert.True(summary.Complete);
        Assert.Equal(undisturbed.ScoreBits, summary.ScoreBits);
    }

    [Fact]
    public void A_file_that_changes_while_its_case_is_played_is_noticed_at_its_end()
    {
        DataPackage data = package.Open();
        DataWatch watch = WatchOf(data, out string[] cases);
        IReadOnlyList<(PackageFile File, Evaluator.Confinement.Disk.FileStamp Stamp)> files = watch.RequireListed(cases[0]);
        DataWatch.RequireUntouched(files);
        File.AppendAllText(EmergenciesOf(cases[0]), OneMore);
        Assert.Contains(EmergenciesOf(cases[0]), Assert.Throws<PackageException>(() => DataWatch.RequireUntouched(files)).Message);
        Assert.Throws<PackageException>(() => watch.RequireListed(cases[0]));
        File.Delete(EmergenciesOf(cases[1]));
        Assert.Throws<PackageException>(() => watch.RequireListed(cases[1]));
    }

    [Fact]
    public void A_table_that_changes_between_listing_and_reading_stops_the_run_before_its_first_case()
    {
        DataWatch watch = WatchOf(package.Open(), out _);
        watch.RequireTables();
        string table = package.PathOf("geography/Street_segments.csv");
        File.AppendAllText(table, "9\n");
        Assert.Contains(table, Assert.Throws<PackageException>(watch.RequireTables).Message);
    }

    public void Dispose()
    {
        package.Dispose();
        Directory.Delete(root, recursive: true);
    }

    private static DataWatch WatchOf(DataPackage data, out string[] cases)
    {
        cases = [.. data.Set("example")];
        return new DataWatch(data, DataListing.Of(data, cases, CallingSequence.Official), CallingSequence.Official);
    }

    private string AnotherThan(string played) => package.Open().Set("example").First(blockGroup => blockGroup != played);

    private string EmergenciesOf(string blockGroup) => Path.Combine(package.Folder, $"emergencies-{blockGroup}-9.csv");

    /// <param name="afterCase">Told the case that was played, before the next one.</param>
    private RunSummary Play(Action<string> afterCase, bool resume = false)
    {
        DataPackage data = package.Open();
        var request = new RunRequest(EvaluatorProgram.Predictor("Zero"), data, "example", data.Set("example"), CallingSequence.Official,
            Folder, 1, Limits.Official)
        { Resume = resume };
        void Report(RunProgress progress)
        {
            if (progress is RunProgress.Played played)
                afterCase(played.Result.Case);
        }
        return new Evaluation(request).Run(Report, TestContext.Current.CancellationToken);
    }
}
