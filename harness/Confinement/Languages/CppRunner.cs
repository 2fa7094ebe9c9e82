using Evaluator.Confinement.Disk;
using Evaluator.Confinement.Sandbox;
using Evaluator.Confinement.Workers;

namespace Evaluator.Confinement.Languages;

/// <summary>Plays shared libraries made from C++: harness/Runners/Cpp/main.cpp.</summary>
public sealed class CppRunner(byte[] program) : Runner
{
    private const string Inside = Bubblewrap.Home + "/runner";

    public override IReadOnlyList<ClosureFile> Files { get; } = [new ClosureFile("runner", program)];

    /// <summary>Of the predictor's source.</summary>
    internal CppLines? Lines { get; init; }

    public override string InSource(string told) => Lines?.In(told) ?? told;

    /// <summary>The same, for a predictor with this source.</summary>
    internal CppRunner With(CppLines lines) => new(program) { Lines = lines };

    public override DebuggedProgram ForDebugger(ConfinedProgram program) => new(
        DebuggedProgram.With(program, DebuggedProgram.Waits),
        id => $"attach to the process {id} (gdb -p {id}; then `break BostonRiskPredictor::predict`, `continue`)");

    public override ConfinedProgram Program(WorkerFiles files, string folder, Limits limits)
    {
        Dictionary<string, string> shown = files.Shown();
        shown[Inside] = folder;
        return new ConfinedProgram([Inside + "/runner"], shown, new Dictionary<string, string>());
    }
}
