using System.Text;
using System.Text.Json;
using Evaluator.Confinement.Disk;
using Evaluator.Harness.Records;
using Evaluator.Harness.Timing;

namespace Evaluator.Harness.Storage;

/// <summary>What stands in a run folder beside the results: no score depends on it.</summary>
/// <param name="folder">The run folder.</param>
internal sealed class SideFiles(string folder)
{
    public const string TimingsFile = "timings.json", VerifyFile = "verify.json";

    private string Timings => Path.Combine(folder, TimingsFile);

    private string Verify => Path.Combine(folder, VerifyFile);

    public void Write(RunTimings timings) => AtomicFile.Replace(Timings, ReadableJson.Bytes(timings, RunJson.Readable.RunTimings));

    public void Write(Verification verification) =>
        AtomicFile.Replace(Verify, ReadableJson.Bytes(verification, RunJson.Readable.Verification));

    public void WriteConsole(string caseId, string text) => AtomicFile.Replace(ConsoleFile(caseId), Encoding.UTF8.GetBytes(text));

    public string ReadConsole(string caseId) => File.Exists(ConsoleFile(caseId)) ? File.ReadAllText(ConsoleFile(caseId)) : "";

    public string? ConsoleFileOf(string caseId) => File.Exists(ConsoleFile(caseId)) ? ConsoleName(caseId) : null;

    public void Write(FaultRecord fault)
    {
        byte[] content = ReadableJson.Bytes(fault, RunJson.Readable.FaultRecord);
        for (int n = 1; !AtomicFile.TryCreate(Path.Combine(folder, FaultFile(fault.Case, n)), content); n++)
        {
        }
    }

    /// <returns>Path in the run folder of the case's latest fault; null where it had none.</returns>
    public string? LastFault(string caseId)
    {
        int faults = 0;
        while (File.Exists(Path.Combine(folder, FaultFile(caseId, faults + 1))))
            faults++;
        return faults == 0 ? null : FaultFile(caseId, faults);
    }

    /// <returns>Null where nothing of the run was timed.</returns>
    /// <exception cref="RunFolderException">The file is damaged.</exception>
    public RunTimings? ReadTimings()
    {
        try
        {
            return File.Exists(Timings) ? JsonSerializer.Deserialize(File.ReadAllBytes(Timings), RunJson.Readable.RunTimings) : null;
        }
        catch (JsonException damaged)
        {
            throw new RunFolderException($"{Timings} is damaged ({damaged.Message}); remove it: nothing depends on it.", damaged);
        }
    }

    /// <returns>Null where no case of the run was played twice.</returns>
    /// <exception cref="RunFolderException">The file is damaged.</exception>
    public Verification? ReadVerification()
    {
        try
        {
            return File.Exists(Verify) ? JsonSerializer.Deserialize(File.ReadAllBytes(Verify), RunJson.Readable.Verification) : null;
        }
        catch (JsonException damaged)
        {
            throw new RunFolderException($"{Verify} is damaged ({damaged.Message}); remove it, or verify again.", damaged);
        }
    }

    public void MoveAside(string file)
    {
        string path = Path.Combine(folder, file);
        if (!File.Exists(path))
            return;
        string aside = Path.Combine(folder, "damaged", Path.GetFileName(file));
        Directory.CreateDirectory(Path.GetDirectoryName(aside)!);
        for (int n = 1; File.Exists(aside); n++)
            aside = Path.Combine(folder, "damaged", $"{Path.GetFileName(file)}.{n}");
        try
        {
            File.Move(path, aside);
        }
        catch (FileNotFoundException)
        {
            // Another harness that plays the same shard has just set it aside.
        }
    }

    private static string FaultFile(string caseId, int number) => $"faults/{caseId}.{number}.json";

    private static string ConsoleName(string caseId) => $"console/{caseId}.txt";

    private string ConsoleFile(string caseId) => Path.Combine(folder, ConsoleName(caseId));
}
