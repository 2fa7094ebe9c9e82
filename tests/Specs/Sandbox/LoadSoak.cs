using System.Diagnostics;
using Evaluator.Confinement;
using Evaluator.Contest.Calls;
using Evaluator.Contest.Package;
using Evaluator.Harness.Cases;
using Evaluator.Harness.Records;
using Evaluator.Harness.Runs;
using Evaluator.Harness.Storage;
using Evaluator.Specs.Contest;
using Evaluator.Specs.Fixtures;

namespace Evaluator.Specs.Sandbox;

/// <summary>Time verdicts depend on what the predictor does, not on what else the machine does.</summary>
public class LoadSoak
{
    [Fact]
    public void Verdicts_stay_the_same_with_four_busy_processes_a_core()
    {
        Soak.Require();
        using SmallPackage package = SmallPackage.OfCases();
        foreach (string seconds in (string[])["020", "032", "999"])
            package.Add("250250000" + seconds, [7, 7, 8], new Dictionary<int, Evaluator.Scorer.Definition.PlacedEvent[]>());
        List<Process> busy =
            [.. Enumerable.Range(0, 4 * Environment.ProcessorCount).Select(_ => Process.Start("/bin/sh", ["-c", "while :; do :; done"]))];
        try
        {
            DataPackage data = package.Open();
            string folder = Path.Combine(package.Folder, "run");
            var request = new RunRequest(FixtureCatalog.Named("BurnsAsItsCaseSays").Dll, data, "example", data.Set("example"),
                CallingSequence.Official, folder, Workers: 3, Limits.Official);
            _ = new Evaluation(request).Run(_ => { }, TestContext.Current.CancellationToken);
            RunFolder run = RunFolder.Open(folder);
            IReadOnlyList<CaseResult> results = run.ReadCases();
            Assert.Equal([Verdict.Accepted, Verdict.TimeLimit, Verdict.TimeLimit], results.Select(result => result.Verdict));
            Assert.Equal([null, "cpu", "idle"], results.Select(result => result.Reason));
            foreach (CaseResult result in results)
                TestContext.Current.TestOutputHelper?.WriteLine(
                    $"{result.Case}: {result.Verdict} {result.Reason}, {result.CpuSeconds:F2} s CPU, {result.WallSeconds:F1} s wall");
        }
        finally
        {
            busy.ForEach(process => process.Kill());
        }
    }
}
