using System.Text.Json;
using Evaluator.Confinement.Disk;
using Evaluator.Harness.Records;

namespace Evaluator.Harness.Storage;

/// <summary>
/// The file <c>cases/BG.json</c>. It carries the seal of its run and its own, so a file that was cut short or changed, one of another run,
/// and a copy under another name are all told from a sound one.
/// </summary>
internal static class CaseFile
{
    public static byte[] Content(CaseResult result, string runSeal, out string seal)
    {
        byte[] json = ReadableJson.Bytes(result with { Run = runSeal, Seal = Seal.Blank }, RunJson.Readable.CaseResult);
        seal = Seal.Set(json);
        return json;
    }

    /// <returns>Null where the file is damaged, or not there (then the damage is null as well).</returns>
    public static CaseResult? Read(string runFolder, string caseId, string runSeal, out Damage? damage) =>
        ReadFile(runFolder, CaseResult.FileOf(caseId), caseId, runSeal, out damage);

    /// <param name="file">Path in the run folder of the case file, or of one like it.</param>
    public static CaseResult? ReadFile(string runFolder, string file, string caseId, string runSeal, out Damage? damage)
    {
        string path = Path.Combine(runFolder, file);
        damage = null;
        if (!File.Exists(path))
            return null;
        byte[] json = File.ReadAllBytes(path);
        CaseResult? result = Parsed(json, out string? fault);
        fault ??= result switch
        {
            null => "holds nothing",
            _ when !Seal.Holds(json) => "was changed after it was written: its seal does not fit",
            _ when result.Run != runSeal => $"is of another run ({Start(result.Run)}, this one is {Start(runSeal)})",
            _ when result.Case != caseId => $"is a copy of the result of {result.Case}",
            _ => null,
        };
        if (fault is null)
            return result;
        damage = new Damage(file, fault, caseId);
        return null;
    }

    private static CaseResult? Parsed(byte[] json, out string? fault)
    {
        fault = null;
        try
        {
            return JsonSerializer.Deserialize(json, RunJson.Readable.CaseResult);
        }
        catch (JsonException broken)
        {
            fault = json.Length == 0 ? "is empty" : $"is cut short or no result: {broken.Message}";
            return null;
        }
    }

    private static string Start(string? seal) => seal is { Length: > 12 } ? seal[..12] : seal ?? "none";
}
