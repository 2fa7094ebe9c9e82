using Evaluator.Harness.Records;

namespace Evaluator.Harness.Shards;

/// <summary>
/// Who plays which cases, and in what order: the one place that decides it. A pure function of the manifest, so that a shard that starts
/// again, anywhere, has the same cases. The longest case goes to the shard with the least to do (Graham 1969: never more than 4/3 of the
/// best dealing's time), and every shard plays its longest first, so that its lanes end together.
/// </summary>
public static class Dealing
{
    /// <returns>The shard's cases, longest first; none where there are more shards than cases.</returns>
    public static IReadOnlyList<string> Of(RunManifest manifest, Shard shard)
    {
        long[] loads = new long[shard.Count];
        List<string> dealt = [];
        foreach ((string caseId, int cost) in LongestFirst(manifest))
        {
            int least = Array.IndexOf(loads, loads.Min());
            loads[least] += cost;
            if (least == shard.Number - 1)
                dealt.Add(caseId);
        }
        return dealt;
    }

    private static IEnumerable<(string Case, int Cost)> LongestFirst(RunManifest manifest) => manifest.Cases
        .Select((caseId, i) => (Case: caseId, Cost: manifest.Costs.Count > 0 ? manifest.Costs[i] : 1))
        .OrderByDescending(one => one.Cost).ThenBy(one => one.Case, StringComparer.Ordinal);
}
