using System.Text;
using Evaluator.Cli.Conduct;

namespace Evaluator.Cli.Commands;

/// <summary>
/// A project to begin with: the files under Kits/LANGUAGE and Kits/shared, carried inside this program. KITNAME in their text becomes the
/// project's name, KITSTART in README.md how to begin: with `dotnet` where the kit has a project file, else with its run.sh. A folder more
/// there is a language more here.
/// </summary>
internal sealed class StarterKit
{
    private const string Prefix = "Kits/", Shared = "shared", NameToken = "KITNAME", SourceToken = "KITSOURCE", ProjectSuffix = ".kit",
        StartPrefix = "start.", Script = "run.sh";

    private const UnixFileMode Executable = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    private readonly string language;

    public StarterKit(string language) => this.language = language;

    /// <summary>The languages there is a kit for.</summary>
    public static IReadOnlyList<string> Languages { get; } =
        [.. Resources().Select(resource => resource.Split('/')[1]).Where(folder => folder != Shared).Distinct()
        .Order(StringComparer.Ordinal)];

    /// <summary>What runs the predictor from the project's folder; with `test` behind it, its tests.</summary>
    public string Run => HasScript ? "./" + Script : "dotnet run";

    /// <summary>The same with something behind it.</summary>
    public string RunWith(string argument) => HasScript ? $"{Run} {argument}" : $"{Run} -- {argument}";

    private bool HasScript => Resources().Contains($"{Prefix}{language}/{Script}");

    private string Tools => language switch
    {
        "cpp" => "A C++17 compiler",
        "java" => "A JDK 17 or later",
        _ => "The .NET SDK 10",
    };

    /// <summary>Writes the project into a folder that is new or empty.</summary>
    /// <exception cref="UsageException">Something stands there already.</exception>
    public void Write(string folder, string name)
    {
        if (File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()))
            throw new UsageException(
                $"{folder} is {(File.Exists(folder) ? "a file" : "not empty")}; a kit needs a new or empty folder. Nothing was touched.");
        Directory.CreateDirectory(folder);
        foreach ((string file, string text, bool executable) in Files(name))
        {
            string path = Path.Combine(folder, file);
            File.WriteAllText(path, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            if (executable && !OperatingSystem.IsWindows())
                File.SetUnixFileMode(path, File.GetUnixFileMode(path) | Executable);
        }
    }

    /// <summary>The project's files: path in its folder, text, and whether it is run as a program.</summary>
    public IEnumerable<(string Path, string Text, bool Executable)> Files(string name)
    {
        string[] files =
        [
            .. Resources().Where(resource => resource.StartsWith($"{Prefix}{language}/", StringComparison.Ordinal)
                || (resource.StartsWith($"{Prefix}{Shared}/", StringComparison.Ordinal)
                && !Path.GetFileName(resource).StartsWith(StartPrefix, StringComparison.Ordinal))),
        ];
        string source = files.Select(Path.GetFileName).First(file => Path.GetFileNameWithoutExtension(file) == "BostonRiskPredictor")!;
        string start = Read($"{Prefix}{Shared}/{StartPrefix}{(HasScript ? "shell" : "dotnet")}.md").TrimEnd();
        foreach (string file in files)
        {
            string text = Read(file).Replace("KITSTART", start, StringComparison.Ordinal).Replace("KITRUN", Run, StringComparison.Ordinal)
                .Replace("KITTOOLS", Tools, StringComparison.Ordinal)
                .Replace(NameToken, name, StringComparison.Ordinal).Replace(SourceToken, source, StringComparison.Ordinal);
            string path = TargetOf(Path.GetFileName(file), name);
            yield return (path, text, path == Script);
        }
    }

    /// <summary>Project and ignore files have other names in this repository, where its own tools would take them for their own.</summary>
    private static string TargetOf(string file, string name) => file switch
    {
        "gitignore" => ".gitignore",
        _ when file.EndsWith(ProjectSuffix, StringComparison.Ordinal) => file[..^ProjectSuffix.Length]
        .Replace("Project", name, StringComparison.Ordinal),
        _ => file,
    };

    private static IEnumerable<string> Resources() =>
        typeof(StarterKit).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);

    private static string Read(string resource)
    {
        using var reader = new StreamReader(typeof(StarterKit).Assembly.GetManifestResourceStream(resource)!, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
