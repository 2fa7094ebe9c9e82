using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Evaluator.Benchmarks.Budget;

/// <summary>
/// The folder of a run of as many cases as the contest has, gone after the measurement. A small city is played, and its cases are
/// multiplied under other names: each file is what it would be (harness/Harness/Storage/RUN-FOLDER.md), which `show` checks.
/// </summary>
internal sealed class ContestRun : IDisposable
{
    private const int Cases = 544;

    private const string Seal = "\n  \"seal\": \"";

    private static readonly JsonSerializerOptions Readable =
        new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly string parent = Directory.CreateTempSubdirectory("gates-").FullName;

    public ContestRun(string city, string predictor)
    {
        Folder = Path.Combine(parent, "run");
        EvaluatorRun.Play(Folder, predictor, "--data", city);
        string[] played =
            [.. Directory.GetFiles(Path.Combine(Folder, "cases")).Select(file => Path.GetFileNameWithoutExtension(file)).Order()];
        string[] names = [.. Enumerable.Range(0, Cases).Select(number => $"25099{number.ToString("D7", CultureInfo.InvariantCulture)}")];
        string before = (string)JsonNode.Parse(File.ReadAllBytes(Path.Combine(Folder, "run.json")))!["seal"]!;
        string seal = Plan(names);
        for (int at = 0; at < Cases; at++)
            Copy(played[at % played.Length], names[at], before, seal);
        foreach (string one in played)
            Remove(one);
        // Of the cases that are no more; a run whose harness was killed has none either.
        File.Delete(Path.Combine(Folder, "summary.json"));
    }

    public string Folder { get; }

    public void Dispose() => Directory.Delete(parent, recursive: true);

    /// <returns>The new seal of <c>run.json</c>.</returns>
    private string Plan(string[] names)
    {
        string file = Path.Combine(Folder, "run.json");
        JsonNode plan = JsonNode.Parse(File.ReadAllBytes(file))!;
        plan["cases"] = new JsonArray([.. names.Select(name => (JsonNode)name)]);
        plan["costs"] = new JsonArray([.. names.Select(_ => (JsonNode)1)]);
        return WriteSealed(file, $"{plan.ToJsonString(Readable)}\n");
    }

    private void Copy(string from, string to, string planBefore, string plan)
    {
        string result = File.ReadAllText(CaseFile(from)).Replace(planBefore, plan, StringComparison.Ordinal)
            .Replace(from, to, StringComparison.Ordinal);
        WriteSealed(CaseFile(to), result);
        foreach (string archive in ArchivesOf(from))
            File.Copy(archive, Path.Combine(Folder, "predictions", Path.GetFileName(archive).Replace(from, to, StringComparison.Ordinal)));
    }

    private void Remove(string name)
    {
        File.Delete(CaseFile(name));
        foreach (string archive in ArchivesOf(name))
            File.Delete(archive);
    }

    private string CaseFile(string name) => Path.Combine(Folder, "cases", $"{name}.json");

    private string[] ArchivesOf(string name) => Directory.GetFiles(Path.Combine(Folder, "predictions"), $"{name}-*");

    private static string WriteSealed(string file, string json)
    {
        int at = json.LastIndexOf(Seal, StringComparison.Ordinal) + Seal.Length;
        string blank = string.Concat(json.AsSpan(0, at), new string('0', 64), json.AsSpan(at + 64));
        string seal = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(blank)));
        File.WriteAllText(file, string.Concat(json.AsSpan(0, at), seal, json.AsSpan(at + 64)));
        return seal;
    }
}
