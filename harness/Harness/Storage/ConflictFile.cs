using Evaluator.Confinement;
using Evaluator.Confinement.Disk;
using Evaluator.Harness.Records;

namespace Evaluator.Harness.Storage;

/// <summary>The files <c>conflicts/BG-SEAL.json</c> and what belongs to them: results that came second and differ from the first.</summary>
internal static class ConflictFile
{
    public const string Folder = "conflicts";
    private const int DigitsInName = 12;

    /// <summary>Compares a result with the one that was there first, and keeps it beside where it differs.</summary>
    /// <param name="second">A result of a case that has one.</param>
    /// <returns>Null where both say the same.</returns>
    public static Conflict? Settle(string runFolder, CaseOutcome second, string runSeal)
    {
        string caseId = second.Result.Case;
        PredictionsRecord? archive = PredictionArchive.RecordOf(second, out byte[] content);
        CaseResult result = second.Result with { Predictions = archive };
        CaseResult? first = CaseFile.Read(runFolder, caseId, runSeal, out Damage? damage);
        if (Difference(first, damage, result) is not { } what)
            return null;
        Directory.CreateDirectory(Path.Combine(runFolder, Folder));
        if (archive is not null)
        {
            if (archive.File != first?.Predictions?.File)
                File.Delete(Path.Combine(runFolder, archive.File));    // written before somebody else's result was seen
            archive = archive with { File = $"{Folder}/{Path.GetFileName(archive.File)}" };
            AtomicFile.Replace(Path.Combine(runFolder, archive.File), content);
        }
        byte[] json = CaseFile.Content(result with { Predictions = archive }, runSeal, out string seal);
        string file = $"{Folder}/{caseId}-{seal[..DigitsInName]}.json";
        AtomicFile.Replace(Path.Combine(runFolder, file), json);
        return new Conflict(caseId, file, what);
    }

    /// <summary>
    /// The conflicts of a run, in ordinal order of their files. Files that can't be read as results are not looked at: they count for
    /// nothing.
    /// </summary>
    public static IReadOnlyList<Conflict> ReadAll(string runFolder, string runSeal)
    {
        string folder = Path.Combine(runFolder, Folder);
        if (!Directory.Exists(folder))
            return [];
        List<Conflict> conflicts = [];
        foreach (string path in Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            string caseId = Path.GetFileName(path).Split('-')[0], file = $"{Folder}/{Path.GetFileName(path)}";
            CaseResult? second = CaseFile.ReadFile(runFolder, file, caseId, runSeal, out _);
            CaseResult? first = CaseFile.Read(runFolder, caseId, runSeal, out Damage? damage);
            if (second is not null && Difference(first, damage, second) is { } what)
                conflicts.Add(new Conflict(caseId, file, what));
        }
        return conflicts;
    }

    /// <returns>Null where both results say the same: verdict, score bits and predictions.</returns>
    private static string? Difference(CaseResult? first, Damage? damage, CaseResult second)
    {
        if (first is null)
            return $"the first one {damage?.What ?? "is gone"}";
        if (first.Bits() == second.Bits())
            return null;
        if (first.Verdict != second.Verdict)
            return $"{first.Verdict} first{At(first)}, {second.Verdict} then{At(second)}";
        if (first.ScoreBits != second.ScoreBits)
            return $"score bits {first.ScoreBits} first{At(first)}, {second.ScoreBits} then{At(second)}";
        return $"other predictions{At(second)}, though the score is the same";
    }

    private static string At(CaseResult result) => result.PlayedOn is { } played ? $" on {played.Host}" : "";
}
