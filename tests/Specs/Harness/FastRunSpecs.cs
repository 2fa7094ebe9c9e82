using Evaluator.Confinement;
using Evaluator.Contest.Calls;
using Evaluator.Contest.Package;
using Evaluator.Harness.Fast;
using Evaluator.Harness.Records;
using Evaluator.Harness.Runs;
using Evaluator.Specs.Contest;
using Evaluator.Specs.Fixtures;

namespace Evaluator.Specs.Harness;

/// <summary>Fast runs: the same scores as long as a predictor carries nothing from case to case, and a warning where it does.</summary>
public class FastRunSpecs
{
    private const int Cases = 4;

    [Fact]
    public void Every_instance_is_given_what_an_official_run_gives_it()
    {
        // The Recorder answers with a hash of all that it was given, so equal scores are equal calls.
        using SmallPackage package = SmallPackage.OfDifferentCases(Cases);
        string recorder = FixtureCatalog.Named("Recorder").Dll;
        using FinishedRun official = FinishedRun.Of(recorder, package.Open(), workers: 2);

        FastResult fast = Run(recorder, package, workers: 1, sample: 2);

        Assert.Equal(official.Summary.ScoreBits, fast.ScoreBits);
        Assert.Equal(official.Results.Select(result => result.ScoreBits), fast.Cases.Select(result => result.ScoreBits));
        Assert.Equal(2, fast.PlayedAgain.Count);
        Assert.Empty(fast.Different);
        Assert.False(fast.Official);
    }

    [Fact]
    public void What_lives_on_in_statics_is_noticed_by_the_sample()
    {
        using SmallPackage package = SmallPackage.OfDifferentCases(Cases);

        FastResult fast = Run(FixtureCatalog.Named("LeavesStateInMemory").Dll, package, workers: 1, sample: Cases);

        Assert.NotEmpty(fast.Different);
        ForEvery.In(fast.Different,
            different => Assert.Equal(Verdict.Crashed, fast.Cases.Single(result => result.Case == different).Verdict));
    }

    [Fact]
    public void A_case_that_ends_its_process_leaves_the_others_alone()
    {
        using SmallPackage package = SmallPackage.OfDifferentCases(Cases);

        FastResult fast = Run(FixtureCatalog.Named("CrashesInOneCase").Dll, package, workers: 1, sample: 0);

        Assert.Equal(new Dictionary<string, int> { ["Accepted"] = Cases - 1, ["Crashed"] = 1 }, fast.Verdicts);
        Assert.Equal(Cases, fast.Cases.Count);
    }

    [Fact]
    public void The_arrays_of_setup_are_whole_again_for_the_next_instance()
    {
        using SmallPackage package = SmallPackage.OfDifferentCases(Cases);

        FastResult fast = Run(FixtureCatalog.Named("WipesItsTables").Dll, package, workers: 1, sample: Cases);

        Assert.Equal(Cases, fast.Verdicts["Accepted"]);
        Assert.Empty(fast.Different);
    }

    private static FastResult Run(string predictor, SmallPackage package, int workers, int sample)
    {
        DataPackage opened = package.Open();
        var request =
            new RunRequest(predictor, opened, "example", opened.Set("example"), CallingSequence.Official, "", workers, Limits.Official);
        return new FastRun(request).Run(sample, _ => { }, out _, TestContext.Current.CancellationToken)!;
    }
}
