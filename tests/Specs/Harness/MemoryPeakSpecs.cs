using Evaluator.Confinement;
using Evaluator.Confinement.SelfTest;
using Evaluator.Confinement.Workers;
using Evaluator.Contest.Package;
using Evaluator.Harness.Cases;
using Evaluator.Harness.Timing;
using Evaluator.Specs.Contest;
using Evaluator.Specs.Fixtures;
using Evaluator.Specs.Languages;

namespace Evaluator.Specs.Harness;

/// <summary>Without a control group memory is polled, and a machine with too much to do polls late.</summary>
public class MemoryPeakSpecs
{
    [Theory]
    [InlineData("Takes900MiBNative", 768, StopCause.MemoryLimit)]
    [InlineData("Takes900MiBNative", 1024, StopCause.None)]
    [InlineData("MapsFilesOverTheLimit", 256, StopCause.None)]
    public void What_was_taken_and_given_back_between_two_looks_counts(string fixture, int limit, object expected)
    {
        using SmallPackage package = SmallPackage.OfEqualCases(1);
        string folder = Directory.CreateTempSubdirectory("peak-").FullName;
        var limits = new Limits(CpuSeconds: 30, WallSeconds: 60, MemoryMebibytes: limit);
        using (StaticTables tables = package.Open().ReadStaticTables())
        using (var staged = new StagedRun(folder, Desk.Accept(FixtureCatalog.Named(fixture).Dll), tables))
        {
            var command = new WorkerCommand(limits, TestedSandbox.Of(0).Means, staged.Program(limits));
            var watchdog = new Watchdog();
            using ReadyWorker worker = ReadyWorker.Start(command, staged, limits, watchdog, forMany: false, new StageClock());
            watchdog.Dispose();    // from here on nobody looks

            worker.Guard.Start();
            Assert.Equal(Reply.Done, worker.Session.Load(command.Where(staged.Files.SubmissionInside), staged.ClassName));
            Assert.Equal(Reply.Done, worker.Session.Setup());
            worker.Guard.Finish();

            Assert.Equal(expected, worker.Guard.Cause);
        }
        Directory.Delete(folder, recursive: true);
    }
}
