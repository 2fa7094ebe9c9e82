using Evaluator.Confinement;
using Evaluator.Harness.Records;

namespace Evaluator.Harness.Runs;

/// <summary>What became of a shard.</summary>
/// <param name="Cases">As many as were dealt to it.</param>
/// <param name="Results">The sound results that there are of them.</param>
public sealed record ShardResult(int Cases, IReadOnlyList<CaseResult> Results)
{
    public bool Complete => Results.Count == Cases;

    public bool AllAccepted => Complete && Results.All(result => result.Verdict == Verdict.Accepted);
}
