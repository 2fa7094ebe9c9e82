using Evaluator.Confinement;
using Evaluator.Confinement.Disk;
using Evaluator.Confinement.Languages;
using Evaluator.Confinement.Submissions;
using Evaluator.Confinement.Workers;
using Evaluator.Contest.Package;

namespace Evaluator.Harness.Cases;

/// <summary>
/// What every worker of a run shares, made once: a copy of the submission's closure and the tables file. It lives in the run folder, so
/// that even a killed harness leaves nothing elsewhere, unless that is unfit (<see cref="StagingPlace"/>), and goes when the run ends.
/// </summary>
internal sealed class StagedRun : IDisposable
{
    private readonly WorkingFolder scratch;
    private readonly string runnerFolder;
    private readonly Runner runner;
    private readonly ManualResetEventSlim tablesSettled = new();
    private bool hasTables;
    private int folders;

    /// <summary>With its tables.</summary>
    public StagedRun(string runFolder, Submission submission, StaticTables tables) : this(runFolder, submission) => Take(tables);

    /// <summary>Workers can start; they wait for the tables, which are to be taken or given up.</summary>
    public StagedRun(string runFolder, Submission submission)
    {
        Directory.CreateDirectory(runFolder);    // the one that --scratch names may not be there yet
        scratch = StagingPlace.IsFit(runFolder) ? ScratchFolder.In(runFolder) : ScratchFolder.InTemporary();
        string folder = scratch.Path;
        string submissionFolder = Path.Combine(folder, "submission");
        foreach (ClosureFile file in submission.Closure)
            file.WriteTo(submissionFolder);
        runnerFolder = Path.Combine(folder, "runner");
        foreach (ClosureFile file in submission.Runner.Files)
            file.WriteTo(runnerFolder);
        runner = submission.Runner;
        Files = new WorkerFiles(submissionFolder, submission.Closure[0].Name, Path.Combine(folder, "tables.bin"));
        ClassName = submission.ClassName;
        TablesFile.Create(Files.TablesFile!);
    }

    public WorkerFiles Files { get; }

    public string ClassName { get; }

    /// <summary>The worker for such a submission.</summary>
    public ConfinedProgram Program(Limits limits) => runner.Program(Files, runnerFolder, limits);

    /// <summary>The same worker for somebody who wants to look into the predictor.</summary>
    public DebuggedProgram ProgramForDebugger(Limits limits) => runner.ForDebugger(Program(limits));

    /// <summary>The same end, told in lines of the source where it was told in positions of the binary.</summary>
    public EarlyEnd? InSource(EarlyEnd? end) => end is null ? null : end with { What = InSource(end.What) };

    /// <summary>What a failing predictor printed, likewise.</summary>
    public string InSource(string printed) => runner.InSource(printed);

    /// <summary>An empty folder for a worker to work in.</summary>
    public WorkingFolder NewWorkingFolder() => new(Path.Combine(scratch.Path, $"work-{Interlocked.Increment(ref folders)}"));

    /// <summary>The tables, once.</summary>
    public void Take(StaticTables tables)
    {
        TablesFile.Write(Files.TablesFile!, tables);
        hasTables = true;
        tablesSettled.Set();
    }

    /// <summary>There will be no tables: whoever waits for them is stopped.</summary>
    public void GiveUpTables() => tablesSettled.Set();

    /// <exception cref="OperationCanceledException">There will be none.</exception>
    public void AwaitTables()
    {
        tablesSettled.Wait();
        if (!hasTables)
            throw new OperationCanceledException();
    }

    public void Dispose()
    {
        scratch.Dispose();
        tablesSettled.Dispose();
    }
}
