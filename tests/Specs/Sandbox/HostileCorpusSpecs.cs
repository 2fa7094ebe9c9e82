using System.Globalization;
using Evaluator.Confinement.Languages;
using Evaluator.Confinement.SelfTest;
using Evaluator.Harness.Records;
using Evaluator.Specs.Fixtures;

namespace Evaluator.Specs.Sandbox;

/// <summary>The corpus of hostile predictors in the best sandbox of this machine. Each file says what is to come of it.</summary>
public class HostileCorpusSpecs
{
    private static readonly HostTraces Before = HostTraces.Now();
    private static readonly Lazy<CorpusRun> Run =
        new(
            () => CorpusRun.Of(TestedSandbox.Of(),
                FixtureCatalog.In("Hostile").Where(fixture => !fixture.IsCompiledByTheDesk || Languages.Toolchains.Has(Language.Cpp))));

    public static TheoryData<string> Hostile => [.. FixtureCatalog.In("Hostile").Select(fixture => fixture.Name)];

    [Theory]
    [MemberData(nameof(Hostile))]
    public void A_hostile_predictor_gets_its_verdict_and_nothing_else(string name)
    {
        Assert.SkipUnless(TestedSandbox.Of().Record.Level >= 2, "this machine has no sandbox of level 2; see `evaluator sandbox`");
        Fixture fixture = FixtureCatalog.Named(name);
        if (fixture.IsCompiledByTheDesk)
            Languages.Toolchains.Require(Language.Cpp);
        Assert.Null(Run.Value.BreachOf(name));
        ForEvery.In(Run.Value.ResultsOf(name), result =>
        {
            Assert.True(fixture.Verdicts.Contains(result.Verdict.ToString()),
                $"{result.Verdict} ({result.Reason}) instead of {string.Join(" or ", fixture.Verdicts)}: {result.Detail}");
            if (fixture.Reason is not null)
                Assert.Equal(fixture.Reason, result.Reason);
        });
    }

    [Fact]
    public void The_corpus_has_at_least_45_predictors() => Assert.True(FixtureCatalog.In("Hostile").Count() >= 45);

    [Fact]
    public void Nothing_is_left_behind()
    {
        Assert.SkipUnless(TestedSandbox.Of().Record.Level >= 2, "this machine has no sandbox of level 2; see `evaluator sandbox`");
        Assert.Empty(Run.Value.Leftovers);
        Assert.Empty(HostTraces.Lasting(Before));
    }

    [Fact]
    public void What_a_predictor_prints_has_no_control_characters_in_it()
    {
        Assert.DoesNotContain(Run.Value.ConsoleOf("PrintsControlCharacters"), c => char.IsControl(c) && c is not ('\n' or '\t'));
        CaseResult thrown = Assert.Single(Run.Value.ResultsOf("ThrowsControlCharacters"));
        Assert.DoesNotContain(
            thrown.Detail!,
            c => (char.IsControl(c) && c is not ('\n' or '\t')) || char.GetUnicodeCategory(c) == UnicodeCategory.Format);
    }

    [Fact]
    public void A_prediction_changed_after_its_return_scores_as_it_was_returned()
    {
        CaseResult changed = Assert.Single(Run.Value.ResultsOf("ChangesItsArrayAfterReturning"));
        CaseResult zeros = Assert.Single(Run.Value.ResultsOf("CallsLibc"));
        Assert.Equal(zeros.ScoreBits, changed.ScoreBits);
    }
}
