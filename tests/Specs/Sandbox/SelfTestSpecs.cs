using Evaluator.Confinement.Sandbox;
using Evaluator.Confinement.SelfTest;
using Evaluator.Specs.Contest;

namespace Evaluator.Specs.Sandbox;

public class SelfTestSpecs
{
    [Fact]
    public void A_level_is_claimed_only_where_all_its_promises_were_seen_to_hold()
    {
        for (int most = 0; most <= 3; most++)
        {
            SandboxRecord record = TestedSandbox.Of(most).Record;
            Assert.InRange(record.Level, 0, most);
            Assert.Equal(Promise.All.Select(promise => promise.Name), record.Promises.Select(promise => promise.Name));
            Assert.DoesNotContain(Promise.All.Zip(record.Promises), pair => pair.First.FromLevel <= record.Level && !pair.Second.Held);
        }
    }

    [Fact]
    public void Where_the_means_are_there_their_level_holds()
    {
        // A level that is lost makes the corpus skip, and so a hole in the filter would pass for a machine without a sandbox.
        for (int most = 2; most <= 3; most++)
        {
            TestedSandbox tested = TestedSandbox.Of(most);
            Assert.SkipWhen(tested.Means.Bubblewrap is null, "no bubblewrap on this machine");
            string breaches = string.Join("; ",
                tested.Record.Promises.Where(promise => !promise.Held).Select(promise => $"{promise.Name}: {promise.Breach}"));
            Assert.True(tested.Record.Level == (tested.Means.Groups is null ? 2 : most),
                $"asked for {most}, holds {tested.Record.Level}; {breaches}");
        }
    }

    [Fact]
    public void The_filter_holds_its_promises_without_bubblewrap()
    {
        PromiseRecord[] records = [.. TestedSandbox.Of(1).Record.Promises];
        ForEvery.In(Promise.All.Zip(records).Where(pair => pair.First.ByWorker == "seccomp"),
            pair => Assert.True(pair.Second.Held, pair.Second.Breach));
    }

    [Fact]
    public void Without_a_sandbox_the_attempts_succeed()
    {
        // Else the probe would prove nothing where it reports a refusal.
        SandboxRecord bare = TestedSandbox.Of(0).Record;
        string[] broken = [.. bare.Promises.Where(promise => !promise.Held).Select(promise => promise.Name)];
        Assert.Superset(
            new HashSet<string>(["no-foreign-files", "no-writes-outside", "capped-folder", "no-sockets", "no-new-processes",
                "no-kernel-doors", "no-lasting-memory"]), broken.ToHashSet());
    }

    [Fact]
    public void Limits_hold_at_every_level()
    {
        for (int most = 0; most <= 3; most++)
            ForEvery.In(TestedSandbox.Of(most).Record.Promises.Where(promise => promise.Name.EndsWith("-limit", StringComparison.Ordinal)),
                promise => Assert.True(promise.Held, promise.Breach));
    }

    [Fact]
    public void A_required_level_that_is_not_there_refuses_the_run_before_anything_is_made()
    {
        using var package = SmallPackage.OfEqualCases(1);
        string folder = Path.Combine(package.Folder, "run");
        EvaluatorProgram program = EvaluatorProgram.Run("run", Fixtures.FixtureCatalog.Named("CallsLibc").Dll, "--data", package.Folder,
            "--out", folder, "--sandbox", "1", "--require-sandbox", "2");
        Assert.Equal(2, program.ExitCode);
        Assert.Contains("level 2 is required; nothing ran", program.Error);
        Assert.Contains("capped-folder (from level 2: a predictor can't fill the disk, but writes ", program.Error);
        Assert.Contains("Held: no-foreign-files", program.Error);
        Assert.False(Directory.Exists(folder));
    }
}
