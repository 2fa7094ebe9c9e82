using Evaluator.Confinement;
using Evaluator.Confinement.Disk;
using Evaluator.Harness.Records;
using Evaluator.Harness.Runs;
using Evaluator.Harness.Timing;

namespace Evaluator.Harness.Fast;

/// <summary>The file <c>fast.json</c>: what a fast run says. It is no run folder, and no command takes it for one.</summary>
/// <param name="Official">Always false.</param>
/// <param name="Why">What makes it unofficial, for whoever finds the file.</param>
/// <param name="Score">The mean over the set; null while a case has no result.</param>
/// <param name="PlayedAgain">Cases that were played in fresh processes as well.</param>
/// <param name="Different">Those of them whose bits differed: the predictor carries something from case to case, or is not
/// deterministic.</param>
public sealed record FastResult(
    bool Official, string Why, string Set, int CasesOfSet, double? Score, string? ScoreBits, IReadOnlyDictionary<string, int> Verdicts,
    IReadOnlyList<string> PlayedAgain,
    IReadOnlyList<string> Different, IReadOnlyList<CaseResult> Cases)
{
    /// <summary>Where the time went.</summary>
    public RunTimings? Timings { get; init; }

    private const string Reason =
        "unofficial: all cases of a lane are played in one process, and what a predictor keeps in statics lives on from case to case";

    /// <param name="sample">Results of the same cases in fresh processes, in any order.</param>
    internal static FastResult Of(RunRequest request, IReadOnlyList<CaseResult> results, IReadOnlyList<CaseResult> sample)
    {
        CaseResult[] ordered = [.. results.OrderBy(result => result.Case, StringComparer.Ordinal)];
        Dictionary<string, CaseResult> first = ordered.ToDictionary(result => result.Case);
        // A case that a fault of ours left without a result says nothing of the predictor.
        CaseResult[] again = [.. sample.Where(one => first.ContainsKey(one.Case))];
        Tally tally = Tally.Of(ordered, request.Cases.Count);
        CaseResult[] different =
            [.. again.Where(one => one.Verdict != first[one.Case].Verdict || one.ScoreBits != first[one.Case].ScoreBits)];
        return new FastResult(
            false, Reason, request.SetName, request.Cases.Count, tally.Score, Records.ScoreBits.Of(tally.Score), tally.Verdicts,
            [.. again.Select(one => one.Case).Order(StringComparer.Ordinal)],
            [.. different.Select(one => one.Case).Order(StringComparer.Ordinal)], ordered);
    }

    /// <summary>Where it is written.</summary>
    public static string FileIn(string folder) => Path.Combine(folder, "fast.json");

    /// <summary>Writes <c>fast.json</c>, in place of one that is there.</summary>
    /// <exception cref="IOException">The folder can't be written.</exception>
    public void Write(string folder)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllBytes(FileIn(folder), ReadableJson.Bytes(this, FastJson.Readable.FastResult));
    }
}
