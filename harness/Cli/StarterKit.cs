using System.Text;

namespace Evaluator.Cli;

/// <summary>
/// A project to begin with: the files under Kits/LANGUAGE and Kits/shared, carried inside this program. KITNAME in their text becomes the project's
/// name; a folder more there is a language more here.
/// </summary>
internal sealed class StarterKit
{
    private const string Prefix = "Kits/", Shared = "shared", NameToken = "KITNAME", SourceToken = "KITSOURCE", ProjectSuffix = ".kit";

    private readonly string language;

    public StarterKit(string language) => this.language = language;

    /// <summary>The languages there is a kit for.</summary>
    public static IReadOnlyList<string> Languages { get; } =
        [.. Resources().Select(resource => resource.Split('/')[1]).Where(folder => folder != Shared).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Writes the project into a folder that is new or empty.</summary>
    /// <exception cref="UsageException">Something stands there already.</exception>
    public void Write(string folder, string name)
    {
        if (File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()))
            throw new UsageException($"{folder} is {(File.Exists(folder) ? "a file" : "not empty")}; a kit needs a new or empty folder. Nothing was touched.");
        string[] files = [.. Resources().Where(resource => resource.StartsWith($"{Prefix}{language}/", StringComparison.Ordinal) || resource.StartsWith($"{Prefix}{Shared}/", StringComparison.Ordinal))];
        string source = files.Select(Path.GetFileName).First(file => Path.GetFileNameWithoutExtension(file) == "BostonRiskPredictor")!;
        Directory.CreateDirectory(folder);
        foreach (string file in files)
        {
            string text = Read(file).Replace(NameToken, name, StringComparison.Ordinal).Replace(SourceToken, source, StringComparison.Ordinal);
            File.WriteAllText(Path.Combine(folder, TargetOf(Path.GetFileName(file), name)), text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        }
    }

    /// <summary>Project and ignore files have other names in this repository, where its own tools would take them for their own.</summary>
    private static string TargetOf(string file, string name) => file switch
    {
        "gitignore" => ".gitignore",
        _ when file.EndsWith(ProjectSuffix, StringComparison.Ordinal) => file[..^ProjectSuffix.Length].Replace("Project", name, StringComparison.Ordinal),
        _ => file,
    };

    private static IEnumerable<string> Resources() =>
        typeof(StarterKit).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    private static string Read(string resource)
    {
        using var reader = new StreamReader(typeof(StarterKit).Assembly.GetManifestResourceStream(resource)!, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
