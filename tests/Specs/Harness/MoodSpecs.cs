using Evaluator.Confinement;
using Evaluator.Confinement.Languages;
using Evaluator.Harness.Records;
using Evaluator.Specs.Contest;
using Evaluator.Specs.Languages;

namespace Evaluator.Specs.Harness;

/// <summary>One predictor in every language (Predictors/Moody.*) that does another wrong thing in every case.</summary>
public class MoodSpecs
{
    private static readonly (Verdict Verdict, string? Reason)[] Due =
    [
        (Verdict.Accepted, null),
        (Verdict.Crashed, "exception"),
        (Verdict.Crashed, "exit"),           // aborts
        (Verdict.TimeLimit, "cpu"),
        (Verdict.MemoryLimit, null),         // by the limiter, or by an exception that says so
        (Verdict.Crashed, "exit"),           // leaves with code 0
        (Verdict.WrongFormat, "length"),
        (Verdict.NotANumber, "nan"),
        (Verdict.Accepted, null),            // tries what is forbidden, and gets nothing
        (Verdict.TimeLimit, "idle"),
        (Verdict.Crashed, "exit"),           // an exception on another thread
        (Verdict.Accepted, null),            // prints two megabytes
    ];

    [Theory]
    [MemberData(nameof(Toolchains.All), MemberType = typeof(Toolchains))]
    public void Every_wrong_thing_gets_its_verdict_in_every_language(Language language)
    {
        Toolchains.Require(language);
        if (!Desk.HasWalls)
            Assert.Skip("no bubblewrap here: what is forbidden is held by it");
        using SmallPackage package = SmallPackage.OfEqualCases(Due.Length);
        using var folder = new HandedInFolder();
        string secret = Directory.EnumerateFiles(package.Folder, "emergencies-250250000001-9.csv").Single();
        string source = HandedInFolder.SourceOf("Moody" + Toolchains.ExtensionOf(language))
            .Replace("@SECRET@", secret, StringComparison.Ordinal);
        using FinishedRun run = FinishedRun.Of(folder.Add("Moody" + Toolchains.ExtensionOf(language), source), package.Open(), workers: 2,
            limits: FinishedRun.ShortLimits);

        Assert.Null(run.Summary.Rejected);
        Assert.Equal(Due.Select(due => due.Verdict), run.Results.Select(result => result.Verdict));
        foreach (((_, string? reason), CaseResult result) in Due.Zip(run.Results))
        {
            if (reason is not null)
                Assert.Equal(reason, result.Reason);
        }
        Assert.Contains("much too much", run.Results[1].Detail);
        Assert.True(run.Results[11].ConsoleBytes >= 2_000_000);
    }
}
