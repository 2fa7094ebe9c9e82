using Evaluator.Confinement.Disk;
using Evaluator.Confinement.Sandbox;
using Evaluator.Confinement.Workers;

namespace Evaluator.Confinement.Languages;

/// <summary>Plays shared libraries made from C++: harness/Runners/Cpp/main.cpp.</summary>
/// <param name="lines">Of the predictor's source.</param>
public sealed class CppRunner(byte[] program, CppLines? lines = null) : Runner
{
    private const string Inside = Bubblewrap.Home + "/runner";

    public override IReadOnlyList<ClosureFile> Files { get; } = [new ClosureFile("runner", program)];

    public override string InSource(string told) => lines?.In(told) ?? told;

    /// <summary>The same, for a predictor with this source.</summary>
    public CppRunner With(CppLines linesOfSource) => new(program, linesOfSource);

    public override ConfinedProgram Program(WorkerFiles files, string folder, Limits limits)
    {
        Dictionary<string, string> shown = files.Shown();
        shown[Inside] = folder;
        return new ConfinedProgram([Inside + "/runner"], shown, new Dictionary<string, string>());
    }
}
