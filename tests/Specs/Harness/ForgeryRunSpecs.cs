using Evaluator.Confinement;
using Evaluator.Harness.Records;
using Evaluator.Specs.Contest;
using Evaluator.Specs.Fixtures;

namespace Evaluator.Specs.Harness;

/// <summary>
/// Predictors that write on the wire themselves, or return what only looks like double[]: no sandbox is needed to see through them.
/// </summary>
public class ForgeryRunSpecs
{
    public static TheoryData<string> Forgers =>
    [
        .. FixtureCatalog.In("Hostile").Select(fixture => fixture.Name).Where(name => name.StartsWith("Forges", StringComparison.Ordinal)),
        "WritesGarbageToTheWire", "FloodsTheWire", "ClosesEveryDescriptor", "ReadsAheadOnTheWire", "ReadsConsoleIn",
        "ReturnsLongsAsDoubles", "ReturnsTwoDimensions",
    ];

    [Theory]
    [MemberData(nameof(Forgers))]
    public void A_forged_answer_is_not_taken_for_one(string name)
    {
        Fixture fixture = FixtureCatalog.Named(name);
        using SmallPackage package = SmallPackage.OfEqualCases(1);
        using FinishedRun run = FinishedRun.Of(fixture.Dll, package.Open(), limits: FinishedRun.ShortLimits);

        CaseResult result = Assert.Single(run.Results);
        Assert.Contains(result.Verdict.ToString(), fixture.Verdicts);
        if (fixture.Reason is not null)
            Assert.Equal(fixture.Reason, result.Reason);
    }

    [Fact]
    public void What_is_written_into_a_prediction_after_it_was_returned_is_too_late()
    {
        using SmallPackage package = SmallPackage.OfEqualCases(1);
        using FinishedRun zeros = FinishedRun.Of(FixtureCatalog.Named("CallsLibc").Dll, package.Open());
        using FinishedRun changed = FinishedRun.Of(FixtureCatalog.Named("ChangesItsArrayAfterReturning").Dll, package.Open());

        Assert.Equal(Verdict.Accepted, Assert.Single(changed.Results).Verdict);
        Assert.Equal(zeros.Summary.ScoreBits, changed.Summary.ScoreBits);
    }
}
