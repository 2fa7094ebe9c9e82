using Evaluator.Confinement.Disk;
using Evaluator.Confinement.Workers;

namespace Evaluator.Confinement.Languages;

/// <summary>The worker that plays predictors of one kind: its program and what that needs.</summary>
public abstract class Runner
{
    /// <summary>Files that belong to it and are staged once a run; empty where it stands ready.</summary>
    public virtual IReadOnlyList<ClosureFile> Files => [];

    /// <summary>
    /// What a worker told of where it failed, with lines of the source in place of positions in the binary, where they are known.
    /// </summary>
    public virtual string InSource(string told) => told;

    /// <summary>The same worker for a predictor that somebody wants to look into.</summary>
    public abstract DebuggedProgram ForDebugger(ConfinedProgram program);

    /// <param name="files">What is to be played.</param>
    /// <param name="folder">Where <see cref="Files"/> were staged.</param>
    public abstract ConfinedProgram Program(WorkerFiles files, string folder, Limits limits);
}
