using Evaluator.Confinement;
using Evaluator.Confinement.Languages;
using Evaluator.Confinement.SelfTest;
using Evaluator.Contest.Calls;
using Evaluator.Contest.Package;

namespace Evaluator.Harness.Runs;

/// <summary>What somebody asks to be run.</summary>
/// <param name="Predictor">Path of the submission, a file or a folder.</param>
/// <param name="SetName">How the cases were chosen, for the record.</param>
/// <param name="Cases">Block groups in ordinal order.</param>
/// <param name="Folder">The run folder; made if it is not there.</param>
/// <param name="Workers">Cases evaluated at the same time.</param>
/// <param name="Resume">Continue the run in the folder, if there is one.</param>
public sealed record RunRequest(
    string Predictor, DataPackage Package, string SetName, IReadOnlyList<string> Cases, CallingSequence Sequence, string Folder,
    int Workers, Limits Limits,
    bool Resume = false)
{
    /// <summary>What confines the workers; null for the best that this machine has.</summary>
    public TestedSandbox? Sandbox { get; init; }

    /// <summary>The sandbox level that every machine must hold that plays a part of the run.</summary>
    public int RequiredSandbox { get; init; }

    /// <summary>How long each case may take, relative to the others; empty where nobody knows.</summary>
    public IReadOnlyList<int> Costs { get; init; } = [];

    /// <summary>What the submission is written in; null to tell by looking.</summary>
    public Language? Language { get; init; }

    /// <summary>What becomes of predicted months of which nothing can be placed.</summary>
    public EmptyMonths EmptyMonths { get; init; } = EmptyMonths.Refused;

    /// <summary>What compiling the submission may use.</summary>
    public Limits CompilationLimits { get; init; } = Workshop.Official;
}
