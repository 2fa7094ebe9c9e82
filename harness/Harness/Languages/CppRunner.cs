using Evaluator.Harness.Sandbox;
using Evaluator.Harness.Submissions;
using Evaluator.Harness.Workers;

namespace Evaluator.Harness.Languages;

/// <summary>Plays shared libraries made from C++: harness/Runners/Cpp/main.cpp.</summary>
internal sealed class CppRunner(byte[] program) : Runner
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
