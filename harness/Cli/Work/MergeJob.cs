using System.Security.Cryptography;
using System.Text;
using Evaluator.Confinement;
using Evaluator.Harness.Records;
using Evaluator.Harness.Runs;
using Evaluator.Harness.Storage;
using Evaluator.Jobs;

namespace Evaluator.Cli.Work;

/// <summary>
/// The last job of an evaluation: what <c>evaluator merge</c> does, on the results that the board has, wherever they were played.
/// </summary>
internal sealed class MergeJob(WorkBoard board, OpenRuns runs)
{
    public void Do(Lease lease)
    {
        RunFolder folder = runs.Complete(lease);
        Merge merge = Merge.Of(folder);
        if (merge.Summary is not { Score: { } score } summary)
        {
            throw new HarnessFaultException(
                $"{lease.Evaluation.Id} can't be merged: "
                + $"{string.Join("; ", merge.Refusals.Take(3))}"
                + $"{(merge.Refusals.Count > 3 ? $"; and {merge.Refusals.Count - 3} more" : "")}");
        }
        IReadOnlyList<CaseResult> cases = [.. folder.ReadCases().OrderBy(result => result.Case, StringComparer.Ordinal)];
        var report = new MergeReport(
            score, summary.ScoreBits!, summary.PublicationHash!, cases.Max(result => result.CpuSeconds),
            cases.Sum(result => result.CpuSeconds),
            cases.Max(result => result.PeakMemoryBytes), PredictionsHash(cases),
            [.. cases.Select(
                result => new CaseScoreReport(result.Case, result.Verdict == Verdict.Accepted, result.Score!.Value, result.CpuSeconds))]);
        board.Merged(
            lease, report, [PostedFile.Of(folder.Path, RunFolder.SummaryFile), new PostedFile(PublicFile.Name, PublicFile.Of(folder))]);
        runs.Forget(lease.Evaluation);
    }

    /// <summary>The same for two submissions that answer the same, bit for bit, whoever they are.</summary>
    private static string PredictionsHash(IReadOnlyList<CaseResult> cases)
    {
        var text = new StringBuilder();
        foreach (CaseResult result in cases)
            text.Append(result.Case).Append(' ').Append(result.Predictions?.Sha256 ?? $"{result.Verdict}").Append('\n');
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
