using System.Globalization;
using Evaluator.Harness.Records;
using Evaluator.Report.Findings;
using Evaluator.Report.Markup;

namespace Evaluator.Report.Page.Sections;

/// <summary>What was run, with what, where.</summary>
internal static class ProvenanceSection
{
    public static string Of(RunFindings findings)
    {
        RunManifest manifest = findings.Manifest;
        RunSummary summary = findings.Summary;
        var table = new HtmlTable("what", "value")
            .Row("predictor", $"{manifest.Submission.Name}, class {manifest.Submission.ClassName}, {Html.Count(manifest.Submission.Bytes)} bytes")
            .Row("predictor's SHA-256", manifest.Submission.Sha256 ?? "–")
            .Row("data's SHA-256", $"{manifest.Data.Sha256} ({Html.Count(manifest.Data.Files)} files)")
            .Row("score bits", summary.ScoreBits ?? "–")
            .Row("publication hash", summary.PublicationHash ?? "–")
            .Row("limits", FormattableString.Invariant($"{manifest.Limits.CpuSeconds} s CPU, {manifest.Limits.WallSeconds} s wall, {manifest.Limits.MemoryMebibytes} MiB a case"))
            .Row("sandbox", manifest.Sandbox is { } sandbox
                ? $"level {sandbox.Level}: {string.Join(", ", sandbox.Mechanisms)}; {sandbox.Promises.Count(promise => promise.Held)} of {sandbox.Promises.Count} promises held"
                : "none")
            .Row("evaluator", $"{manifest.Code.Version}, scorer {manifest.Code.ScorerVersion}, {manifest.Machine.Runtime}")
            .Row("evaluator's SHA-256", manifest.Code.Sha256)
            .Row("machine", $"{manifest.Machine.System}; {manifest.Machine.Cpu}, {manifest.Machine.Cores} cores, vectors of {manifest.Machine.VectorBits} bits")
            .Row("started", manifest.StartedUtc.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture));
        // Where it stood, and what the data holds, is the organiser's alone.
        if (!findings.IsPublic)
        {
            table.Row("host", manifest.Machine.Host)
                .Row("data", $"{manifest.Data.Folder}, {Html.Mebibytes(manifest.Data.Bytes)} MiB")
                .Row("events", $"{Html.Count(summary.Events)} placed, {Html.Count(summary.Unplaced)} not")
                .Row("notes", string.Join(" ", manifest.DataNotes));
        }
        return Html.Section("provenance", "Provenance", table.Render());
    }
}
