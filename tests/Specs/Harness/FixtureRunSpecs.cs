using Evaluator.Confinement;
using Evaluator.Harness.Records;
using Evaluator.Specs.Contest;
using Evaluator.Specs.Fixtures;

namespace Evaluator.Specs.Harness;

public class FixtureRunSpecs
{
    public static TheoryData<string> Misbehaving => [.. FixtureCatalog.In("Misbehaving").Select(fixture => fixture.Name)];

    public static TheoryData<string> Rejected => [.. FixtureCatalog.In("Rejected").Select(fixture => fixture.Name)];

    [Theory]
    [MemberData(nameof(Misbehaving))]
    public void A_misbehaving_predictor_gets_its_verdict(string name)
    {
        Fixture fixture = FixtureCatalog.Named(name);
        using SmallPackage package = SmallPackage.OfEqualCases(1);
        using FinishedRun run = FinishedRun.Of(fixture.Dll, package.Open(), limits: FinishedRun.ShortLimits);

        CaseResult result = Assert.Single(run.Results);
        Assert.Contains(result.Verdict.ToString(), fixture.Verdicts);
        if (fixture.Reason is not null)
            Assert.Equal(fixture.Reason, result.Reason);
        Assert.Equal(result.Verdict == Verdict.Accepted, result.Score > 0);
        Assert.True(run.Summary.Complete);
    }

    [Theory]
    [MemberData(nameof(Rejected))]
    public void What_cannot_run_is_rejected_with_a_message_and_nothing_runs(string name)
    {
        using SmallPackage package = SmallPackage.OfEqualCases(1);
        using FinishedRun run = FinishedRun.Of(FixtureCatalog.Named(name).Dll, package.Open());

        Assert.NotNull(run.Summary.Rejected);
        Assert.Null(run.Summary.Score);
        Assert.Empty(run.Results);
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(run.Folder, "cases")));
    }

    [Fact]
    public void A_crash_in_one_case_leaves_the_others_their_scores()
    {
        using SmallPackage package = SmallPackage.OfEqualCases(4);
        using FinishedRun run = FinishedRun.Of(FixtureCatalog.Named("CrashesInOneCase").Dll, package.Open(), workers: 2);

        Assert.Equal([Verdict.Accepted, Verdict.Crashed, Verdict.Accepted, Verdict.Accepted], run.Results.Select(result => result.Verdict));
        ForEvery.In(run.Results, result => Assert.Equal(result.Verdict == Verdict.Accepted, result.Score > 0));
        Assert.Equal(run.Results.Sum(result => result.Score!.Value) / 4, run.Summary.Score);
        Assert.Contains("too much for me", run.Results[1].Detail);
    }

    [Fact]
    public void An_exception_is_told_with_its_message_and_the_predictors_own_frame()
    {
        using SmallPackage package = SmallPackage.OfEqualCases(1);
        using FinishedRun run = FinishedRun.Of(FixtureCatalog.Named("ThrowsInPredict").Dll, package.Open());

        string detail = Assert.Single(run.Results).Detail!;
        Assert.StartsWith("predict(9): System.", detail);
        Assert.Matches(@"^predict\(9\): System\.\w+: .* at BostonRiskPredictor\.OnPredict.*\n   at BostonRiskPredictor\.OnPredict", detail);
        Assert.DoesNotContain("[0x", detail);
    }

    [Fact]
    public void What_is_printed_is_kept_up_to_a_mebibyte()
    {
        using SmallPackage package = SmallPackage.OfEqualCases(1);
        using FinishedRun run = FinishedRun.Of(FixtureCatalog.Named("PrintsEndlessly").Dll, package.Open());

        CaseResult result = Assert.Single(run.Results);
        Assert.True(result.ConsoleBytes > 50_000_000, $"{result.ConsoleBytes} bytes printed");
        Assert.InRange(new FileInfo(Path.Combine(run.Folder, "console", result.Case + ".txt")).Length, 1, 1024 * 1024);
    }
}
