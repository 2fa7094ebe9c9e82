namespace Evaluator.Jobs;

/// <param name="Lost">Keys of leases that hold no longer: what is done for them is in vain.</param>
public sealed record HeartbeatAnswer(IReadOnlyList<string> Lost);
