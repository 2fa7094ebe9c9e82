using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Evaluator.Harness.Cases;

namespace Evaluator.Harness.Runs;

/// <summary>
/// What a run leaves behind: <c>run.json</c>, <c>cases/BG.json</c>, <c>predictions/BG-HASH.zst</c>, <c>faults/BG.N.json</c>,
/// <c>console/BG.txt</c>, <c>summary.json</c>. Case files appear whole, once, and are never rewritten.
/// </summary>
public sealed class RunFolder
{
    private RunFolder(string path) => Path = path;

    public string Path { get; }

    private string ManifestFile => System.IO.Path.Combine(Path, "run.json");

    private string SummaryFile => System.IO.Path.Combine(Path, "summary.json");

    private string CaseFile(string blockGroup) => System.IO.Path.Combine(Path, "cases", blockGroup + ".json");

    /// <exception cref="RunFolderException">Something stands there already, or it can't be written.</exception>
    public static RunFolder Create(string path)
    {
        var folder = new RunFolder(System.IO.Path.GetFullPath(path));
        if (File.Exists(folder.ManifestFile))
            throw new RunFolderException($"{folder.Path} holds a run already; nothing was touched. Choose another --out.");
        if (File.Exists(folder.Path) || (Directory.Exists(folder.Path) && Directory.EnumerateFileSystemEntries(folder.Path).Any()))
            throw new RunFolderException($"{folder.Path} is {(File.Exists(folder.Path) ? "a file" : "not empty")}; a run needs a new or empty folder. Choose another --out.");
        try
        {
            foreach (string name in (string[])["cases", "predictions", "faults", "console"])
                Directory.CreateDirectory(System.IO.Path.Combine(folder.Path, name));
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new RunFolderException($"the run folder can't be made: {refused.Message} Choose another --out.", refused);
        }
        return folder;
    }

    /// <exception cref="RunFolderException">There is no run.</exception>
    public static RunFolder Open(string path)
    {
        var folder = new RunFolder(System.IO.Path.GetFullPath(path));
        return File.Exists(folder.ManifestFile)
            ? folder
            : throw new RunFolderException($"{folder.Path} holds no run (no run.json). Name the folder that `evaluator run` printed.");
    }

    public void Write(RunManifest manifest) => AtomicFile.Replace(ManifestFile, Json(manifest, RunJson.Readable.RunManifest));

    public void Write(RunSummary summary) => AtomicFile.Replace(SummaryFile, Json(summary, RunJson.Readable.RunSummary));

    /// <returns>False where the case has a result already; it stays.</returns>
    public bool Write(CaseOutcome outcome)
    {
        if (outcome.Console.Length > 0)
            AtomicFile.Replace(System.IO.Path.Combine(Path, "console", outcome.Result.Case + ".txt"), Encoding.UTF8.GetBytes(outcome.Console));
        CaseResult result = outcome.Result with { Predictions = PredictionArchive.Write(Path, outcome) };
        return AtomicFile.TryCreate(CaseFile(result.Case), Json(result, RunJson.Readable.CaseResult));
    }

    public void Write(FaultRecord fault)
    {
        byte[] content = Json(fault, RunJson.Readable.FaultRecord);
        for (int n = 1; !AtomicFile.TryCreate(System.IO.Path.Combine(Path, "faults", $"{fault.Case}.{n}.json"), content); n++)
        {
        }
    }

    /// <exception cref="RunFolderException">The file is damaged.</exception>
    public RunManifest ReadManifest() => Read(ManifestFile, RunJson.Readable.RunManifest);

    /// <returns>Null where the case has no result yet.</returns>
    /// <exception cref="RunFolderException">The file is damaged.</exception>
    public CaseResult? ReadCase(string blockGroup) => File.Exists(CaseFile(blockGroup)) ? Read(CaseFile(blockGroup), RunJson.Readable.CaseResult) : null;

    /// <summary>The results that there are, of the manifest's cases, in their order.</summary>
    public IReadOnlyList<CaseResult> ReadCases(RunManifest manifest) => [.. manifest.Cases.Select(ReadCase).OfType<CaseResult>()];

    private static byte[] Json<T>(T value, JsonTypeInfo<T> type) => [.. JsonSerializer.SerializeToUtf8Bytes(value, type), (byte)'\n'];

    private static T Read<T>(string file, JsonTypeInfo<T> type)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(file), type)
                ?? throw new RunFolderException($"{file} holds nothing; move it away to have it made again.");
        }
        catch (Exception damaged) when (damaged is JsonException or IOException)
        {
            throw new RunFolderException($"{file} is damaged ({damaged.Message}); move it away to have it made again.", damaged);
        }
    }
}
