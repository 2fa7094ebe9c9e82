using System.Text.Json;
using Evaluator.Confinement.Disk;
using Evaluator.Harness.Records;
using Evaluator.Harness.Timing;

namespace Evaluator.Harness.Storage;

/// <summary>
/// What a run leaves behind: <c>run.json</c>, <c>cases/BG.json</c>, <c>predictions/BG-HASH.zst</c>, <c>faults/BG.N.json</c>,
/// <c>console/BG.txt</c>, <c>summary.json</c>. Case files appear whole, once, and are never rewritten; what turns out damaged is set aside
/// in <c>damaged/</c>, never deleted.
/// </summary>
public sealed class RunFolder
{
    public const string RunFile = "run.json", DataFile = DataListing.File, SummaryFile = "summary.json";

    /// <summary>The folders in it that stand from the start.</summary>
    public static readonly IReadOnlyList<string> Rooms = ["cases", "predictions", "faults", "console"];

    private readonly RunManifest manifest;
    private readonly SideFiles beside;

    internal RunFolder(string path, RunManifest manifest)
    {
        Path = path;
        this.manifest = manifest;
        beside = new SideFiles(path);
    }

    public string Path { get; }

    /// <summary>Whether there is a run to open.</summary>
    public static bool Exists(string path) => File.Exists(ManifestFile(path));

    /// <exception cref="RunFolderException">There is no run, or its manifest is damaged.</exception>
    public static RunFolder Open(string path)
    {
        path = System.IO.Path.GetFullPath(path);
        string file = ManifestFile(path);
        if (!File.Exists(file))
            throw new RunFolderException($"{path} holds no run (no run.json). Name the folder that `evaluator run` printed.");
        byte[] json = File.ReadAllBytes(file);
        try
        {
            RequireKnownFormat(file, json);
            RunManifest? manifest = JsonSerializer.Deserialize(json, RunJson.Readable.RunManifest);
            if (manifest is null || !Seal.Holds(json))
                throw new RunFolderException(
                    $"{file} was changed after it was written: its seal does not fit. Put the original back; the case files are not "
                    + "touched.");
            return new RunFolder(path, manifest);
        }
        catch (JsonException damaged)
        {
            throw new RunFolderException(
                $"{file} is cut short or no run ({damaged.Message}). Put the original back; the case files are not touched.", damaged);
        }
    }

    public RunManifest ReadManifest() => manifest;

    public void Write(RunSummary summary) =>
        AtomicFile.Replace(System.IO.Path.Combine(Path, SummaryFile), ReadableJson.Bytes(summary, RunJson.Readable.RunSummary));

    public void Write(RunTimings timings) => beside.Write(timings);

    public void Write(Verification verification) => beside.Write(verification);

    public void Write(FaultRecord fault) => beside.Write(fault);

    /// <returns>Path in the run folder of the case's latest fault; null where it had none.</returns>
    public string? LastFault(string caseId) => beside.LastFault(caseId);

    /// <returns>Null where nothing of the run was timed.</returns>
    /// <exception cref="RunFolderException">The file is damaged.</exception>
    public RunTimings? ReadTimings() => beside.ReadTimings();

    /// <returns>Null where no case of the run was played twice.</returns>
    /// <exception cref="RunFolderException">The file is damaged.</exception>
    public Verification? ReadVerification() => beside.ReadVerification();

    /// <summary>Keeps a result, unless somebody was there first with another.</summary>
    /// <returns>Null where it is the result now, or says the same as the one that is; else how it differs, and where it is kept.</returns>
    public Conflict? Write(CaseOutcome outcome) =>
        HasResult(outcome.Result.Case) || !TryWrite(outcome) ? ConflictFile.Settle(Path, outcome, manifest.Seal) : null;

    private bool TryWrite(CaseOutcome outcome)
    {
        if (outcome.Console.Length > 0)
            beside.WriteConsole(outcome.Result.Case, outcome.Console);
        CaseResult result = outcome.Result with { Predictions = PredictionArchive.Write(Path, outcome) };
        return AtomicFile.TryCreate(
            System.IO.Path.Combine(Path, CaseResult.FileOf(result.Case)), CaseFile.Content(result, manifest.Seal, out _));
    }

    /// <returns>Path in the run folder of the case's result.</returns>
    public static string CaseFileOf(string caseId) => CaseResult.FileOf(caseId);

    /// <returns>Path in the run folder of what the predictor printed in the case; null where it printed nothing.</returns>
    public string? ConsoleFileOf(string caseId) => beside.ConsoleFileOf(caseId);

    public bool HasResult(string caseId) => File.Exists(System.IO.Path.Combine(Path, CaseResult.FileOf(caseId)));

    /// <returns>What the predictor printed, escaped; empty where it printed nothing.</returns>
    public string ReadConsole(string caseId) => beside.ReadConsole(caseId);

    /// <returns>Null where the case has no result yet.</returns>
    /// <exception cref="RunFolderException">The file is damaged.</exception>
    public CaseResult? ReadCase(string caseId)
    {
        CaseResult? result = CaseFile.Read(Path, caseId, manifest.Seal, out Damage? damage);
        return damage is null
            ? result
            : throw new RunFolderException(
                $"{System.IO.Path.Combine(Path, damage.ToString())}. `evaluator run … --resume` sets it aside and runs the case again.");
    }

    /// <summary>The results that there are, in the order of the run's cases.</summary>
    /// <exception cref="RunFolderException">One of them is damaged.</exception>
    public IReadOnlyList<CaseResult> ReadCases() => [.. manifest.Cases.Select(ReadCase).OfType<CaseResult>()];

    /// <summary>Looks at every file, the archive too.</summary>
    public RunInspection Inspect() => RunInspection.Of(Path, manifest);

    /// <summary>Looks at the files of some cases; others may be at work on the rest.</summary>
    internal RunInspection Inspect(IReadOnlyList<string> cases) => RunInspection.OfCases(Path, manifest, cases);

    /// <summary>Second results that differ from the first, in ordinal order of their files.</summary>
    public IReadOnlyList<Conflict> ReadConflicts() => ConflictFile.ReadAll(Path, manifest.Seal);

    /// <summary>Moves what is damaged to <c>damaged/</c>, so that the cases it belongs to can be run again.</summary>
    public void SetAside(IReadOnlyList<Damage> damages)
    {
        foreach (Damage damage in damages)
        {
            beside.MoveAside(damage.File);
            if (damage.Case is { } caseId)
                beside.MoveAside(CaseResult.FileOf(caseId));
        }
    }

    /// <summary>Asked before the rest is read: in another format other properties may be needed.</summary>
    private static void RequireKnownFormat(string file, byte[] json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        if (document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("format", out JsonElement format)
            && !(format.ValueKind == JsonValueKind.Number && format.TryGetInt32(out int number) && number == RunManifest.KnownFormat))
        {
            throw new RunFolderException(
                $"{file} is of format {format.GetRawText()}, and this evaluator reads format {RunManifest.KnownFormat} alone; nothing was "
                + "touched. "
                + "Open the run with the evaluator that wrote it: the file names its version.");
        }
    }

    internal static string ManifestFile(string path) => System.IO.Path.Combine(path, RunFile);
}
