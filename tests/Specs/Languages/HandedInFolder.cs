using Evaluator.Confinement.Languages;

namespace Evaluator.Specs.Languages;

/// <summary>A temporary folder with files that somebody hands in.</summary>
internal sealed class HandedInFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("handed-in-").FullName;

    public static string SourceOf(string name) =>
        File.ReadAllText(System.IO.Path.Combine(Repository.Root, "tests", "Specs", "Languages", "Predictors", name));

    /// <summary>The predictor that does nothing but what is asked for, with a piece of source before its class.</summary>
    public string AddPlain(Language language, string before = "", string name = "Plain") =>
        Add(name + Toolchains.ExtensionOf(language), PlainSource(language).Replace("@BEFORE@", before, StringComparison.Ordinal));

    public static string PlainSource(Language language) => SourceOf("Plain" + Toolchains.ExtensionOf(language));

    /// <returns>The file's path.</returns>
    public string Add(string name, string content)
    {
        string path = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
        return path;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
