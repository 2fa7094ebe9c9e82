using Evaluator.Confinement;
using Evaluator.Confinement.Sandbox;
using Evaluator.Confinement.Workers;
using Evaluator.Contest.Package;
using Evaluator.Harness.Cases;
using Evaluator.Harness.Timing;
using Evaluator.Specs.Contest;
using Evaluator.Specs.Languages;

namespace Evaluator.Specs.Harness;

/// <summary>Workers that are made before their case comes: what goes wrong with them is never a predictor's.</summary>
public class WorkerSupplySpecs
{
    [Fact]
    public void A_worker_that_dies_while_it_waits_is_a_fault_of_ours()
    {
        using SmallPackage package = SmallPackage.OfEqualCases(1);
        string folder = Directory.CreateTempSubdirectory("supply-").FullName;
        using (StaticTables tables = package.Open().ReadStaticTables())
        using (var staged = new StagedRun(folder, Desk.Accept(EvaluatorProgram.Predictor("Zero")), tables))
        using (var watchdog = new Watchdog())
        {
            var command = new WorkerCommand(Limits.Official, SandboxMeans.Detect(), staged.Program(Limits.Official));
            using ReadyWorker worker = ReadyWorker.Start(command, staged, Limits.Official, watchdog, forMany: false, new StageClock());
            worker.RequireAlive();

            worker.Process.Kill();
            worker.Process.End(TimeSpan.FromSeconds(10));

            HarnessFaultException fault = Assert.Throws<HarnessFaultException>(worker.RequireAlive);
            Assert.Contains("died before its case began", fault.Message, StringComparison.Ordinal);
        }
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void A_limit_of_cores_holds_a_worker_from_its_first_instruction_on_and_two_workers_share_no_core()
    {
        using SmallPackage package = SmallPackage.OfEqualCases(1);
        string folder = Directory.CreateTempSubdirectory("supply-").FullName;
        string[] before = [.. CoresOf(Environment.ProcessId)];
        using (StaticTables tables = package.Open().ReadStaticTables())
        using (var staged = new StagedRun(folder, Desk.Accept(EvaluatorProgram.Predictor("Zero")), tables))
        using (var watchdog = new Watchdog())
        {
            Limits narrow = Limits.Official with { Cores = 1 };
            using ReadyWorker free = Ready(Limits.Official), first = Ready(narrow), second = Ready(narrow);
            string one = Assert.Single(CoresOf(first.Process.Id)), other = Assert.Single(CoresOf(second.Process.Id));

            Assert.Equal(before, CoresOf(free.Process.Id));
            Assert.Equal(before.Length > 1, one != other);

            ReadyWorker Ready(Limits limits) => ReadyWorker.Start(
                new WorkerCommand(limits, SandboxMeans.Detect(), staged.Program(limits)), staged, limits, watchdog, forMany: false,
                new StageClock());
        }
        Assert.Equal(before, CoresOf(Environment.ProcessId));
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Where any thread of a process and of all that it started may run.</summary>
    private static IEnumerable<string> CoresOf(int process)
    {
        List<int> tree = [];
        ProcessTree.Collect(process, tree);
        Assert.NotEmpty(tree);
        return tree.SelectMany(one => Directory.EnumerateDirectories($"/proc/{one}/task"))
            .Select(CoresOfThread).OfType<string>()
            .SelectMany(line => line.Split('\t')[1].Split(',')).SelectMany(range => range.Split('-') is [string from, string to]
                ? Enumerable.Range(int.Parse(from), int.Parse(to) - int.Parse(from) + 1).Select(core => $"{core}") : [range])
            .Distinct().Order();
    }

    /// <returns>Null of a thread that has ended since it was listed.</returns>
    private static string? CoresOfThread(string thread)
    {
        try
        {
            return File.ReadLines(Path.Combine(thread, "status")).First(line => line.StartsWith("Cpus_allowed_list:"));
        }
        catch (IOException)
        {
            return null;
        }
    }

    [Fact]
    public void A_worker_that_cannot_be_made_is_a_fault_where_it_is_taken_and_the_next_is_made_anew()
    {
        int asked = 0;
        using var supply = new WorkerSupply(
            _ =>
            {
                asked++;
                throw new HarnessFaultException($"try {asked}");
            },
            () => false);

        Assert.Equal("try 1", Assert.Throws<HarnessFaultException>(() => supply.Take()).Message);
        Assert.Equal("try 2", Assert.Throws<HarnessFaultException>(() => supply.Take()).Message);
    }

    [Fact]
    public void The_next_worker_is_made_ahead_only_where_another_case_waits()
    {
        int asked = 0;
        bool another = true;
        using (var supply = new WorkerSupply(_ => throw new HarnessFaultException($"try {++asked}"), () => another))
        {
            Assert.Throws<HarnessFaultException>(() => supply.Take());
            another = false;
            Assert.Throws<HarnessFaultException>(() => supply.Take());
        }
        Assert.Equal(2, asked);
    }
}
