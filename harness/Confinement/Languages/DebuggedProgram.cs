using Evaluator.Confinement.Workers;

namespace Evaluator.Confinement.Languages;

/// <summary>A worker that waits for a debugger before it says hello.</summary>
/// <param name="HowToAttach">In words, for a process of this id.</param>
public sealed record DebuggedProgram(ConfinedProgram Program, Func<int, string> HowToAttach)
{
    /// <summary>The .NET and the C++ worker wait until they see one, where this variable is set.</summary>
    internal static readonly KeyValuePair<string, string> Waits = new("EVALUATOR_DEBUG", "1");

    /// <summary>A program with more variables.</summary>
    internal static ConfinedProgram With(ConfinedProgram program, params ReadOnlySpan<KeyValuePair<string, string>> variables)
    {
        Dictionary<string, string> environment = new(program.Environment);
        foreach ((string name, string value) in variables)
            environment[name] = value;
        return program with { Environment = environment };
    }
}
