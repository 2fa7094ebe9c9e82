using Evaluator.Confinement.Disk;
using Evaluator.Harness.Records;

namespace Evaluator.Harness.Storage;

/// <summary>How a run folder comes to be.</summary>
internal static class RunStart
{
    /// <summary>Starts a run: its inputs are on disk before its manifest, and the manifest before anything else.</summary>
    /// <param name="inputs">What belongs to the plan besides the manifest; names are paths in the run folder.</param>
    /// <param name="adopt">Whether folders without a manifest, left by a run that was killed as it started, are taken over.</param>
    /// <exception cref="RunFolderException">Something stands there already, or it can't be written.</exception>
    public static RunFolder Create(string path, RunManifest manifest, IReadOnlyList<ClosureFile> inputs, bool adopt = false)
    {
        path = Path.GetFullPath(path);
        if (RunFolder.Exists(path))
            throw new RunFolderException(
                $"{path} holds a run already; nothing was touched. Choose another --out, or continue that run with --resume.");
        if (File.Exists(path) || (Directory.Exists(path) && HoldsFiles(path, adopt)))
            throw new RunFolderException(
                $"{path} is {(File.Exists(path) ? "a file" : "not empty")}; a run needs a new or empty folder. Choose another --out.");
        if (adopt && Directory.Exists(path))
            Leftovers.Remove(path);
        byte[] json = ReadableJson.Bytes(manifest with { Seal = Seal.Blank }, RunJson.Readable.RunManifest);
        string seal = Seal.Set(json);
        try
        {
            foreach (string name in RunFolder.Rooms)
                Directory.CreateDirectory(Path.Combine(path, name));
            WriteInputs(path, inputs);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new RunFolderException($"the run folder can't be made: {refused.Message} Choose another --out.", refused);
        }
        return AtomicFile.TryCreate(RunFolder.ManifestFile(path), json)
            ? new RunFolder(path, manifest with { Seal = seal })
            : throw new RunFolderException($"{path} was taken by another run at the same moment. Choose another --out.");
    }

    private static void WriteInputs(string path, IReadOnlyList<ClosureFile> inputs)
    {
        string left = Path.Combine(path, SubmissionCopy.Folder);
        if (Directory.Exists(left))
            Directory.Delete(left, recursive: true);
        foreach (ClosureFile input in inputs)
        {
            string file = Path.Combine(path, input.Name);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            AtomicFile.Replace(file, input.Content);
        }
    }

    /// <summary>A run that was killed as it started leaves its inputs, empty folders and half-written manifests.</summary>
    private static bool HoldsFiles(string path, bool adopt) => adopt
        ? Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Any(file => !IsLeftOfStart(Path.GetRelativePath(path, file)))
        : Directory.EnumerateFileSystemEntries(path).Any();

    private static bool IsLeftOfStart(string file) =>
        file.EndsWith(".tmp", StringComparison.Ordinal) || file == DataListing.File
        || file.StartsWith(SubmissionCopy.Folder + "/", StringComparison.Ordinal);
}
