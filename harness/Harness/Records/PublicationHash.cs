using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Evaluator.Confinement;

namespace Evaluator.Harness.Records;

/// <summary>
/// The one hash to publish with a score: two people with the same predictor, data and limits get the same one, on whatever machine,
/// runtime and sandbox, at whatever speed. It is the SHA-256 of <see cref="Text"/>, which anybody can write down from the run folder.
/// </summary>
public static class PublicationHash
{
    /// <returns>Lower-case hex; null while a case has no result, and for a rejected submission.</returns>
    public static string? Of(RunManifest manifest, IReadOnlyList<CaseResult> results) =>
        manifest.Submission.Rejection is null && results.Count == manifest.Cases.Count
            ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text(manifest, results))))
            : null;

    /// <summary>
    /// One line each, ended by a line feed, for the predictor, the data, the limits, the months, the scorer, and each case in ordinal
    /// order.
    /// </summary>
    internal static string Text(RunManifest manifest, IReadOnlyList<CaseResult> results)
    {
        Limits limits = manifest.Limits;
        var text = new StringBuilder();
        void Line(FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
        Line($"predictor {manifest.Submission.Sha256}");
        Line($"data {manifest.Data.Sha256}");
        Line($"limits cpu {limits.CpuSeconds:R} s, wall {limits.WallSeconds:R} s, memory {limits.MemoryMebibytes} MiB{limits.OfCores}");
        Line($"months {manifest.Months}");
        Line($"scorer {manifest.Code.ScorerVersion}");
        foreach (CaseResult result in results.OrderBy(result => result.Case, StringComparer.Ordinal))
            Line($"case {result.Case} {result.Verdict} {result.ScoreBits}");
        return text.ToString();
    }
}
