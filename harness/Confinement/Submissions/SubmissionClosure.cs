using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.Json;
using Evaluator.Confinement.Disk;
using Evaluator.Confinement.Languages;

namespace Evaluator.Confinement.Submissions;

/// <summary>
/// Which files belong to a submission (ruling 9): the assembly and what its <c>.deps.json</c> names; without one, the referenced
/// assemblies beside it, transitively. Only these are read, hashed, counted and shown to the worker.
/// </summary>
internal sealed class SubmissionClosure
{
    private static readonly string[] Sections = ["runtime", "native", "runtimeTargets", "resources"];

    /// <summary>More than any predictor is made of; each is looked for among those that are there already.</summary>
    private const int MostFiles = 1000;

    private readonly Intake intake;
    private readonly List<HandedInFile> files;

    private SubmissionClosure(Intake intake, HandedInFile assembly)
    {
        this.intake = intake;
        files = [assembly];
    }

    /// <param name="intake">The folder in which the assembly stands.</param>
    /// <exception cref="SubmissionRejectedException">There is too much of it, or it holds what can't be taken.</exception>
    public static IReadOnlyList<ClosureFile> Of(Intake intake, HandedInFile assembly)
    {
        var closure = new SubmissionClosure(intake, assembly);
        closure.RequireSize();
        string dependencies = Path.ChangeExtension(assembly.Name, ".deps.json");
        if (closure.TryAdd(dependencies))
            closure.AddNamedFiles(closure.files[^1]);
        else
            closure.AddReferencedFiles();
        return [.. closure.files.Select(file => new ClosureFile(file.Name, file.Content))];
    }

    private void AddNamedFiles(HandedInFile dependencies)
    {
        foreach (string asset in AssetsIn(dependencies))
        {
            // It stands at the path it is named by, or, in a build's output, beside the assembly under its bare name.
            if (!TryAdd(asset))
                TryAdd(Path.GetFileName(asset));
        }
    }

    private static List<string> AssetsIn(HandedInFile dependencies)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(dependencies.Content);
            List<string> assets = [];
            if (!document.RootElement.TryGetProperty("targets", out JsonElement targets))
                return assets;
            foreach (JsonProperty target in targets.EnumerateObject())
                foreach (JsonProperty library in target.Value.EnumerateObject())
                    foreach (string section in Sections)
                    {
                        if (library.Value.TryGetProperty(section, out JsonElement named))
                            assets.AddRange(named.EnumerateObject().Select(asset => asset.Name));
                    }
            return assets;
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            throw new SubmissionRejectedException(
                $"{dependencies.Name} can't be read ({EscapedText.Of(broken.Message)}); build the predictor again, or hand it in without "
                + "that file.");
        }
    }

    private void AddReferencedFiles()
    {
        for (int next = 0; next < files.Count; next++)
        {
            foreach (string reference in ReferencesOf(files[next]))
            {
                if (!reference.Contains('/'))
                    TryAdd(reference + ".dll");
            }
        }
    }

    /// <returns>Whether it is there, now or already.</returns>
    private bool TryAdd(string name)
    {
        if (files.Exists(file => file.Name == name))
            return true;
        if (intake.Read(name, Submission.MostBytes) is not { } file)
            return false;
        files.Add(file);
        if (files.Count > MostFiles)
            throw new SubmissionRejectedException($"the binary has more than {MostFiles:N0} files.");
        RequireSize();
        return true;
    }

    private void RequireSize()
    {
        long bytes = files.Sum(file => file.Bytes);
        if (bytes <= Submission.MostBytes)
            return;
        string largest = string.Join(
            ", ", files.OrderByDescending(file => file.Bytes).Take(3).Select(file => $"{EscapedText.Of(file.Name)} {file.Bytes:N0}"));
        throw new SubmissionRejectedException(
            $"the binary has {bytes:N0} bytes in {files.Count} files ({largest}); at most {Submission.MostBytes:N0} are allowed.");
    }

    /// <returns>Nothing for a file that only looks like an assembly: loading it will tell.</returns>
    private static List<string> ReferencesOf(HandedInFile file)
    {
        try
        {
            return Parser.Read(file.Name, () =>
            {
                using var image = new PEReader(new MemoryStream(file.Content, writable: false));
                if (!image.HasMetadata)
                    return [];
                MetadataReader metadata = image.GetMetadataReader();
                return metadata.AssemblyReferences.Take(MostFiles)
                    .Select(handle => MetadataText.Short(metadata, metadata.GetAssemblyReference(handle).Name)).OfType<string>().ToList();
            });
        }
        catch (SubmissionRejectedException)
        {
            return [];
        }
    }
}
