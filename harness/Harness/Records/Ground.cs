namespace Evaluator.Harness.Records;

/// <summary>What a score stands on: scores of two runs can be held against each other only where it is the same.</summary>
public static class Ground
{
    /// <param name="one">Where the first run is, for people.</param>
    /// <param name="other">Where the second one is.</param>
    /// <returns>In what the two differ, and what to do; null where a comparison is fair.</returns>
    public static string? DifferenceOf(RunManifest a, string one, RunManifest b, string other)
    {
        if (a.Months != b.Months)
            return $"{one} predicts months {a.Months}, {other} months {b.Months}; only runs of the same months can be compared.";
        if (!a.Cases.SequenceEqual(b.Cases))
            return $"{one} and {other} did not play the same cases: {Only(a, one, b)}{Only(b, other, a)} Run both over the same --set.";
        if (a.Data.Sha256 != b.Data.Sha256)
            return $"the runs had different data: {one} {Brief(a)}, {other} {Brief(b)}. Run both over one data package.";
        if (a.Limits != b.Limits)
            return $"{one} ran under {a.Limits}, {other} under {b.Limits}; only runs under the same limits can be compared.";
        return a.Code.ScorerVersion != b.Code.ScorerVersion
            ? $"{one} was scored by definition {a.Code.ScorerVersion}, {other} by {b.Code.ScorerVersion}; `evaluator rescore` scores the "
            + "older one again."
            : null;
    }

    private static string Only(RunManifest run, string name, RunManifest other)
    {
        string[] only = [.. run.Cases.Except(other.Cases)];
        return only.Length == 0 ? "" : $" {only.Length} only in {name} ({only[0]}{(only.Length > 1 ? ", …" : "")}).";
    }

    private static string Brief(RunManifest run) => $"{run.Data.Folder} (SHA-256 {run.Data.Sha256[..12]}…)";
}
