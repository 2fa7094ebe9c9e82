using System.Globalization;
using Evaluator.Confinement;
using Evaluator.Confinement.Sandbox;
using Evaluator.Harness.Records;
using Evaluator.Report.Findings;
using Evaluator.Report.Markup;

namespace Evaluator.Report.Page.Sections;

/// <summary>What was run, with what, where.</summary>
internal static class ProvenanceSection
{
    public static PageSection? Of(RunFindings findings)
    {
        RunManifest manifest = findings.Manifest;
        RunSummary summary = findings.Summary;
        SubmissionRecord submission = manifest.Submission;
        MachineRecord machine = manifest.Machine;
        Limits limits = manifest.Limits;
        HtmlTable table = new HtmlTable("what", "value")
            .Row("predictor", $"{submission.Name}, class {submission.ClassName}, {Html.Count(submission.Bytes)} bytes")
            .Row("predictor's SHA-256", submission.Sha256 ?? "–")
            .Row("data's SHA-256", $"{manifest.Data.Sha256} ({Html.Count(manifest.Data.Files)} files)")
            .Row("score bits", summary.ScoreBits ?? "–")
            .Row("publication hash", summary.PublicationHash ?? "–")
            .Row("limits", $"{limits.CpuSeconds} s CPU, {limits.WallSeconds} s wall, {limits.MemoryMebibytes} MiB{limits.OfCores} a case")
            .Row("sandbox", manifest.Sandbox is { } sandbox ? InWords(sandbox) : "none")
            .Row("evaluator", $"{manifest.Code.Version}, scorer {manifest.Code.ScorerVersion}, {machine.Runtime}")
            .Row("evaluator's SHA-256", manifest.Code.Sha256)
            .Row("machine", $"{machine.System}; {machine.Cpu}, {machine.Cores} cores, vectors of {machine.VectorBits} bits")
            .Row("started", manifest.StartedUtc.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture));
        // Where it stood, and what the data holds, is the organiser's alone.
        if (!findings.IsPublic)
        {
            table.Row("host", manifest.Machine.Host)
                .Row("data", $"{manifest.Data.Folder}, {Html.Mebibytes(manifest.Data.Bytes)} MiB")
                .Row("events", $"{Html.Count(summary.Events)} placed, {Html.Count(summary.Unplaced)} not")
                .Row("notes", string.Join(" ", manifest.DataNotes));
        }
        return new PageSection("provenance", "Provenance", table.Render());
    }

    private static string InWords(SandboxRecord sandbox)
    {
        int held = sandbox.Promises.Count(promise => promise.Held);
        return $"level {sandbox.Level}: {string.Join(", ", sandbox.Mechanisms)}; {held} of {sandbox.Promises.Count} promises held";
    }
}
