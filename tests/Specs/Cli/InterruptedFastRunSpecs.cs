using System.Diagnostics;
using Evaluator.Specs.Contest;
using Evaluator.Specs.Fixtures;
using Evaluator.Specs.Sandbox;

namespace Evaluator.Specs.Cli;

public class InterruptedFastRunSpecs
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public void It_says_how_far_it_came_and_that_nothing_is_kept()
    {
        using SmallPackage package = SmallPackage.OfEqualCases(6);
        _ = EvaluatorProgram.Run("sandbox");    // tested once: what starts below is then a worker
        using Process run = EvaluatorProgram.Start("run", FixtureCatalog.Named("Sleeps").Dll, "--data", package.Folder, "--fast",
            "--out", Path.Combine(package.Folder, "run"));
        for (var waiting = Stopwatch.StartNew(); !HasWorker(run.Id);)
        {
            Assert.True(waiting.Elapsed < Patience, "no worker has started");
            Thread.Sleep(20);
        }
        Assert.Equal(0, EndedProcess.Of("kill", "-TERM", $"{run.Id}").ExitCode);
        EvaluatorProgram ended = EvaluatorProgram.End(run);
        Assert.Equal(3, ended.ExitCode);
        Assert.EndsWith("\ninterrupted, 0 of 6 done; a fast run keeps nothing, so it begins anew the next time.\n", ended.Error);
        Assert.False(Directory.Exists(Path.Combine(package.Folder, "run", "cases")));
    }

    private static bool HasWorker(int process)
    {
        foreach (int child in KilledHarnessSpecs.Descendants(process))
        {
            try
            {
                if (File.ReadAllText($"/proc/{child}/cmdline").Contains("Evaluator.Worker", StringComparison.Ordinal))
                    return true;
            }
            catch (IOException)
            {
                // It has ended meanwhile.
            }
        }
        return false;
    }
}
