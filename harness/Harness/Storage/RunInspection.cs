using System.Text.Json;
using Evaluator.Harness.Records;

namespace Evaluator.Harness.Storage;

/// <summary>
/// What stands in a run folder: the sound results, and every file that is not what the run wrote. Nothing is changed. Files that a killed
/// run leaves half-done (<c>*.tmp</c>, an archived prediction without its result) are no damage: --resume replaces them.
/// </summary>
public sealed record RunInspection(IReadOnlyList<CaseResult> Results, IReadOnlyList<Damage> Damages)
{
    internal static RunInspection Of(string folder, RunManifest manifest)
    {
        RunInspection cases = OfCases(folder, manifest, manifest.Cases);
        List<CaseResult> results = [.. cases.Results];
        List<Damage> damages = [.. cases.Damages, .. Strangers(folder, manifest, results)];
        AddSummary(folder, manifest, results, damages);
        return new RunInspection(results, damages);
    }

    internal static RunInspection OfCases(string folder, RunManifest manifest, IReadOnlyList<string> cases)
    {
        List<CaseResult> results = [];
        List<Damage> damages = [];
        foreach (string caseId in cases)
        {
            CaseResult? result = CaseFile.Read(folder, caseId, manifest.Seal, out Damage? damage);
            damage ??= result is null ? null : PredictionArchive.DamageOf(folder, result);
            if (damage is not null)
                damages.Add(damage);
            else if (result is not null)
                results.Add(result);
        }
        return new RunInspection(results, damages);
    }

    /// <summary>Files nobody expects: of a case that is not of this run, or a second archive of one that has a result.</summary>
    private static IEnumerable<Damage> Strangers(string folder, RunManifest manifest, List<CaseResult> results)
    {
        HashSet<string> cases = [.. manifest.Cases];
        Dictionary<string, string?> archives = results.ToDictionary(result => result.Case, result => result.Predictions?.File);
        foreach (string name in NamesIn(folder, "cases")
            .Where(name => !cases.Contains(Path.GetFileNameWithoutExtension(name)) || Path.GetExtension(name) != ".json"))
            yield return new Damage($"cases/{name}", $"belongs to none of the {cases.Count} cases of this run", null);
        foreach (string name in NamesIn(folder, "predictions"))
        {
            string caseId = name.Split('-')[0];
            if (!cases.Contains(caseId))
                yield return new Damage($"predictions/{name}", $"belongs to none of the {cases.Count} cases of this run", null);
            else if (archives.TryGetValue(caseId, out string? file) && file != $"predictions/{name}")
                yield return new Damage($"predictions/{name}", $"is not what cases/{caseId}.json names ({file ?? "nothing"})", null);
        }
    }

    private static IEnumerable<string> NamesIn(string folder, string name)
    {
        string path = Path.Combine(folder, name);
        return Directory.Exists(path)
            ? Directory.EnumerateFiles(path).Select(file => Path.GetFileName(file))
            .Where(file => !file.EndsWith(".tmp", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            : [];
    }

    private static void AddSummary(string folder, RunManifest manifest, List<CaseResult> results, List<Damage> damages)
    {
        const string name = RunFolder.SummaryFile;
        string path = Path.Combine(folder, name);
        if (!File.Exists(path))
            return;
        RunSummary? written = null;
        try
        {
            written = JsonSerializer.Deserialize(File.ReadAllBytes(path), RunJson.Readable.RunSummary);
        }
        catch (JsonException broken)
        {
            damages.Add(new Damage(name, $"is cut short or no summary: {broken.Message}", null));
        }
        if (written is not { Complete: true })
            return;
        HashSet<string> known = [.. results.Select(result => result.Case), .. damages.Select(damage => damage.Case).OfType<string>()];
        damages.AddRange(manifest.Cases.Where(caseId => !known.Contains(caseId))
            .Select(caseId => new Damage(CaseResult.FileOf(caseId), "is missing, though summary.json counts it", caseId)));
        RunSummary made = RunSummary.Of(manifest, results);
        if (made.Complete
            && (made.ScoreBits, made.PublicationHash, made.Cases) != (written.ScoreBits, written.PublicationHash, written.Cases))
            damages.Add(
                new Damage(
                    name, $"is not what the case files give: score bits {written.ScoreBits}, made from them {made.ScoreBits}", null));
    }
}
