namespace Evaluator.Jobs;

/// <summary>The evaluation has ended; <c>summary.json</c> and <c>public.json</c> go with it.</summary>
/// <param name="Score">The mean over the set, exactly.</param>
/// <param name="PublicationHash">What <c>evaluator run</c> on the same things prints.</param>
/// <param name="SlowestCpuSeconds">Of the slowest case.</param>
/// <param name="CpuSeconds">Of all cases together.</param>
/// <param name="PeakMemoryBytes">Of the case that needed most.</param>
/// <param name="PredictionsSha256">Of all that was predicted: the same for two submissions that predict the same.</param>
/// <param name="Cases">In ordinal order.</param>
public sealed record MergeReport(
    double Score, string ScoreBits, string PublicationHash, double SlowestCpuSeconds, double CpuSeconds, long PeakMemoryBytes,
    string PredictionsSha256,
    IReadOnlyList<CaseScoreReport> Cases)
{
    public int Accepted => Cases.Count(one => one.Accepted);
}
