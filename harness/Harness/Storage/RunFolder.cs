using System.Text;
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

    private RunFolder(string path, RunManifest manifest) => (Path, this.manifest) = (path, manifest);

    public string Path { get; }

    private string TimingsFile => System.IO.Path.Combine(Path, "timings.json");

    private string VerifyFile => System.IO.Path.Combine(Path, "verify.json");

    /// <summary>Whether there is a run to open.</summary>
    public static bool Exists(string path) => File.Exists(ManifestFile(path));

    /// <summary>Starts a run: its inputs are on disk before its manifest, and the manifest before anything else.</summary>
    /// <param name="inputs">What belongs to the plan besides the manifest; names are paths in the run folder.</param>
    /// <param name="adopt">Whether folders without a manifest, left by a run that was killed as it started, are taken over.</param>
    /// <exception cref="RunFolderException">Something stands there already, or it can't be written.</exception>
    internal static RunFolder Create(string path, RunManifest manifest, IReadOnlyList<ClosureFile> inputs, bool adopt = false)
    {
        path = System.IO.Path.GetFullPath(path);
        if (Exists(path))
            throw new RunFolderException($"{path} holds a run already; nothing was touched. Choose another --out, or continue that run with --resume.");
        if (File.Exists(path) || (Directory.Exists(path) && HoldsFiles(path, adopt)))
            throw new RunFolderException($"{path} is {(File.Exists(path) ? "a file" : "not empty")}; a run needs a new or empty folder. Choose another --out.");
        if (adopt && Directory.Exists(path))
            Leftovers.Remove(path);
        byte[] json = ReadableJson.Bytes(manifest with { Seal = Seal.Blank }, RunJson.Readable.RunManifest);
        string seal = Seal.Set(json);
        try
        {
            foreach (string name in Rooms)
                Directory.CreateDirectory(System.IO.Path.Combine(path, name));
            WriteInputs(path, inputs);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new RunFolderException($"the run folder can't be made: {refused.Message} Choose another --out.", refused);
        }
        return AtomicFile.TryCreate(ManifestFile(path), json)
            ? new RunFolder(path, manifest with { Seal = seal })
            : throw new RunFolderException($"{path} was taken by another run at the same moment. Choose another --out.");
    }

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
                throw new RunFolderException($"{file} was changed after it was written: its seal does not fit. Put the original back; the case files are not touched.");
            return new RunFolder(path, manifest);
        }
        catch (JsonException damaged)
        {
            throw new RunFolderException($"{file} is cut short or no run ({damaged.Message}). Put the original back; the case files are not touched.", damaged);
        }
    }

    public RunManifest ReadManifest() => manifest;

    public void Write(RunSummary summary) => AtomicFile.Replace(System.IO.Path.Combine(Path, SummaryFile), ReadableJson.Bytes(summary, RunJson.Readable.RunSummary));

    public void Write(RunTimings timings) => AtomicFile.Replace(TimingsFile, ReadableJson.Bytes(timings, RunJson.Readable.RunTimings));

    public void Write(Verification verification) => AtomicFile.Replace(VerifyFile, ReadableJson.Bytes(verification, RunJson.Readable.Verification));

    /// <summary>Keeps a result, unless somebody was there first with another.</summary>
    /// <returns>Null where it is the result now, or says the same as the one that is; else how it differs, and where it is kept.</returns>
    public Conflict? Write(CaseOutcome outcome) => HasResult(outcome.Result.Case) || !TryWrite(outcome) ? ConflictFile.Settle(Path, outcome, manifest.Seal) : null;

    private bool TryWrite(CaseOutcome outcome)
    {
        if (outcome.Console.Length > 0)
            AtomicFile.Replace(ConsoleFile(outcome.Result.Case), Encoding.UTF8.GetBytes(outcome.Console));
        CaseResult result = outcome.Result with { Predictions = PredictionArchive.Write(Path, outcome) };
        return AtomicFile.TryCreate(System.IO.Path.Combine(Path, CaseResult.FileOf(result.Case)), CaseFile.Content(result, manifest.Seal, out _));
    }

    public void Write(FaultRecord fault)
    {
        byte[] content = ReadableJson.Bytes(fault, RunJson.Readable.FaultRecord);
        for (int n = 1; !AtomicFile.TryCreate(System.IO.Path.Combine(Path, FaultFile(fault.Case, n)), content); n++)
        {
        }
    }

    /// <returns>Path in the run folder of the case's latest fault; null where it had none.</returns>
    public string? LastFault(string blockGroup)
    {
        int faults = 0;
        while (File.Exists(System.IO.Path.Combine(Path, FaultFile(blockGroup, faults + 1))))
            faults++;
        return faults == 0 ? null : FaultFile(blockGroup, faults);
    }

    /// <returns>Path in the run folder of the case's result.</returns>
    public static string CaseFileOf(string blockGroup) => CaseResult.FileOf(blockGroup);

    /// <returns>Path in the run folder of what the predictor printed in the case; null where it printed nothing.</returns>
    public string? ConsoleFileOf(string blockGroup) => File.Exists(ConsoleFile(blockGroup)) ? $"console/{blockGroup}.txt" : null;

    public bool HasResult(string blockGroup) => File.Exists(System.IO.Path.Combine(Path, CaseResult.FileOf(blockGroup)));

    /// <returns>Null where nothing of the run was timed.</returns>
    /// <exception cref="RunFolderException">The file is damaged.</exception>
    public RunTimings? ReadTimings()
    {
        try
        {
            return File.Exists(TimingsFile) ? JsonSerializer.Deserialize(File.ReadAllBytes(TimingsFile), RunJson.Readable.RunTimings) : null;
        }
        catch (JsonException damaged)
        {
            throw new RunFolderException($"{TimingsFile} is damaged ({damaged.Message}); remove it: nothing depends on it.", damaged);
        }
    }

    /// <returns>Null where no case of the run was played twice.</returns>
    /// <exception cref="RunFolderException">The file is damaged.</exception>
    public Verification? ReadVerification()
    {
        try
        {
            return File.Exists(VerifyFile) ? JsonSerializer.Deserialize(File.ReadAllBytes(VerifyFile), RunJson.Readable.Verification) : null;
        }
        catch (JsonException damaged)
        {
            throw new RunFolderException($"{VerifyFile} is damaged ({damaged.Message}); remove it, or verify again.", damaged);
        }
    }

    /// <returns>What the predictor printed, escaped; empty where it printed nothing.</returns>
    public string ReadConsole(string blockGroup) => File.Exists(ConsoleFile(blockGroup)) ? File.ReadAllText(ConsoleFile(blockGroup)) : "";

    /// <returns>Null where the case has no result yet.</returns>
    /// <exception cref="RunFolderException">The file is damaged.</exception>
    public CaseResult? ReadCase(string blockGroup)
    {
        CaseResult? result = CaseFile.Read(Path, blockGroup, manifest.Seal, out Damage? damage);
        return damage is null
            ? result
            : throw new RunFolderException($"{System.IO.Path.Combine(Path, damage.ToString())}. `evaluator run … --resume` sets it aside and runs the case again.");
    }

    /// <summary>The results that there are, of the manifest's cases, in their order.</summary>
    /// <exception cref="RunFolderException">One of them is damaged.</exception>
    public IReadOnlyList<CaseResult> ReadCases(RunManifest manifest) => [.. manifest.Cases.Select(ReadCase).OfType<CaseResult>()];

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
            MoveAside(damage.File);
            if (damage.Case is { } blockGroup)
                MoveAside(CaseResult.FileOf(blockGroup));
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
                $"{file} is of format {format.GetRawText()}, and this evaluator reads format {RunManifest.KnownFormat} alone; nothing was touched. "
                + "Open the run with the evaluator that wrote it: the file names its version.");
        }
    }

    private static void WriteInputs(string path, IReadOnlyList<ClosureFile> inputs)
    {
        string left = System.IO.Path.Combine(path, SubmissionCopy.Folder);
        if (Directory.Exists(left))
            Directory.Delete(left, recursive: true);
        foreach (ClosureFile input in inputs)
        {
            string file = System.IO.Path.Combine(path, input.Name);
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
            AtomicFile.Replace(file, input.Content);
        }
    }

    private void MoveAside(string file)
    {
        string path = System.IO.Path.Combine(Path, file);
        if (!File.Exists(path))
            return;
        string aside = System.IO.Path.Combine(Path, "damaged", System.IO.Path.GetFileName(file));
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(aside)!);
        for (int n = 1; File.Exists(aside); n++)
            aside = System.IO.Path.Combine(Path, "damaged", $"{System.IO.Path.GetFileName(file)}.{n}");
        try
        {
            File.Move(path, aside);
        }
        catch (FileNotFoundException)
        {
            // Another harness that plays the same shard has just set it aside.
        }
    }

    private static string FaultFile(string blockGroup, int number) => $"faults/{blockGroup}.{number}.json";

    private string ConsoleFile(string blockGroup) => System.IO.Path.Combine(Path, "console", blockGroup + ".txt");

    private static string ManifestFile(string path) => System.IO.Path.Combine(path, RunFile);

    /// <summary>A run that was killed as it started leaves its inputs, empty folders and half-written manifests.</summary>
    private static bool HoldsFiles(string path, bool adopt) => adopt
        ? Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Any(file => !IsLeftOfStart(System.IO.Path.GetRelativePath(path, file)))
        : Directory.EnumerateFileSystemEntries(path).Any();

    private static bool IsLeftOfStart(string file) =>
        file.EndsWith(".tmp", StringComparison.Ordinal) || file == DataListing.File || file.StartsWith(SubmissionCopy.Folder + "/", StringComparison.Ordinal);
}
