namespace Evaluator.Confinement.Sandbox;

/// <summary>The sandbox of a run, as <c>run.json</c> has it: not what was configured, but what the self-test saw.</summary>
/// <param name="Level">3 to 0: the highest level all of whose promises held.</param>
/// <param name="Mechanisms">What confines the workers.</param>
/// <param name="Promises">One by one.</param>
/// <param name="NextLevel">What to install or allow for a higher level; empty at the highest.</param>
public sealed record SandboxRecord(
    int Level, IReadOnlyList<string> Mechanisms, IReadOnlyList<PromiseRecord> Promises, IReadOnlyList<string> NextLevel);
