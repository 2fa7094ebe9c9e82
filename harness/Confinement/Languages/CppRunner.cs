using Evaluator.Confinement.Disk;
using Evaluator.Confinement.Sandbox;
using Evaluator.Confinement.Workers;

namespace Evaluator.Confinement.Languages;

/// <summary>Plays shared libraries made from C++: harness/Runners/Cpp/main.cpp.</summary>
public sealed class CppRunner(byte[] program) : Runner
{
    private const string Inside = Bubblewrap.Home + "/runner";

    public override IReadOnlyList<ClosureFile> Files { get; } = [new ClosureFile("runner", program)];

    public override ConfinedProgram Program(WorkerFiles files, string folder, Limits limits)
    {
        Dictionary<string, string> shown = files.Shown();
        shown[Inside] = folder;
        return new ConfinedProgram([Inside + "/runner"], shown, new Dictionary<string, string>());
    }
}
