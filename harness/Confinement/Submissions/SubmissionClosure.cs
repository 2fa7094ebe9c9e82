using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.Json;
using Evaluator.Confinement.Disk;
using Evaluator.Confinement.Languages;

namespace Evaluator.Confinement.Submissions;

/// <summary>
/// Which files belong to a submission (ruling 9): the assembly and what its <c>.deps.json</c> names; without one, the referenced
/// assemblies beside it, transitively. Only these are hashed, counted and shown to the worker.
/// </summary>
internal static class SubmissionClosure
{
    /// <exception cref="SubmissionRejectedException">There is too much of it.</exception>
    public static IReadOnlyList<ClosureFile> Of(string assemblyPath)
    {
        List<Found> files = Find(assemblyPath);
        long bytes = files.Sum(file => new FileInfo(file.Path).Length);
        if (bytes > Submission.MostBytes)
        {
            string largest = string.Join(", ", files.Select(file => (file.Name, new FileInfo(file.Path).Length))
                .OrderByDescending(file => file.Length).Take(3).Select(file => $"{file.Name} {file.Length:N0}"));
            throw new SubmissionRejectedException(
                $"the binary has {bytes:N0} bytes in {files.Count} files ({largest}); at most {Submission.MostBytes:N0} are allowed.");
        }
        return [.. files.Select(file => new ClosureFile(file.Name, File.ReadAllBytes(file.Path)))];
    }

    private static List<Found> Find(string assemblyPath)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(assemblyPath))!;
        var closure = new List<Found> { new(Path.GetFileName(assemblyPath), assemblyPath) };
        string dependencies = Path.ChangeExtension(assemblyPath, ".deps.json");
        if (File.Exists(dependencies))
        {
            closure.Add(new Found(Path.GetFileName(dependencies), dependencies));
            AddNamedFiles(dependencies, folder, closure);
        }
        else
        {
            AddReferencedFiles(folder, closure);
        }
        return closure;
    }

    private static void AddNamedFiles(string dependencies, string folder, List<Found> closure)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(dependencies));
            if (!document.RootElement.TryGetProperty("targets", out JsonElement targets))
                return;
            foreach (JsonProperty target in targets.EnumerateObject())
            foreach (JsonProperty library in target.Value.EnumerateObject())
            foreach (string section in (string[])["runtime", "native", "runtimeTargets", "resources"])
            {
                if (!library.Value.TryGetProperty(section, out JsonElement assets))
                    continue;
                foreach (JsonProperty asset in assets.EnumerateObject())
                    AddAsset(asset.Name, folder, closure);
            }
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            throw new SubmissionRejectedException(
                $"{Path.GetFileName(dependencies)} can't be read ({broken.Message}); build the predictor again, or hand it in without that file.");
        }
    }

    /// <summary>An asset stands at the path it is named by, or, in a build's output, beside the assembly under its bare name.</summary>
    private static void AddAsset(string asset, string folder, List<Found> closure)
    {
        foreach (string name in (string[])[asset, Path.GetFileName(asset)])
        {
            string path = Path.GetFullPath(Path.Combine(folder, name));
            if (!path.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal) || !File.Exists(path))
                continue;
            string relative = Path.GetRelativePath(folder, path).Replace('\\', '/');
            if (closure.TrueForAll(file => file.Name != relative))
                closure.Add(new Found(relative, path));
            return;
        }
    }

    private static void AddReferencedFiles(string folder, List<Found> closure)
    {
        for (int next = 0; next < closure.Count; next++)
        {
            foreach (string reference in ReferencesOf(closure[next].Path))
            {
                string file = reference + ".dll";
                if (file.Contains('/') || closure.Exists(known => known.Name == file))
                    continue;
                string path = Path.Combine(folder, file);
                if (File.Exists(path))
                    closure.Add(new Found(file, path));
            }
        }
    }

    private static List<string> ReferencesOf(string path)
    {
        try
        {
            using var image = new PEReader(File.OpenRead(path));
            if (!image.HasMetadata)
                return [];
            MetadataReader metadata = image.GetMetadataReader();
            return [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))];
        }
        catch (BadImageFormatException)
        {
            return [];    // A file that only looks like an assembly refers to nothing; loading it will tell.
        }
    }

    private readonly record struct Found(string Name, string Path);
}
