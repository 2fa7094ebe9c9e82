namespace Evaluator.Confinement.Languages;

/// <summary>What the files of a language are called, and those of a binary.</summary>
public static class SourceFiles
{
    private static readonly (Language Language, string[] Compiled, string[] Included)[] Known =
    [
        (Language.CSharp, [".cs"], []),
        (Language.VisualBasic, [".vb"], []),
        (Language.Cpp, [".cpp", ".cc", ".cxx", ".c++", ".c"], [".h", ".hpp", ".hh", ".hxx", ".inl"]),
        (Language.Java, [".java"], []),
    ];

    private static readonly string[] Binaries = [".dll", ".jar"];

    /// <summary>The extensions of files that can be handed in by themselves: a binary, or a source that is compiled.</summary>
    public static IReadOnlyList<string> OfSubmissions { get; } = [.. Binaries, .. Known.SelectMany(one => one.Compiled)];

    /// <summary>The extensions of the files that its compiler is given.</summary>
    public static IReadOnlyList<string> CompiledFor(Language language) => Known.First(one => one.Language == language).Compiled;

    public static bool IsBinary(string file) => Binaries.Contains(Path.GetExtension(file).ToLowerInvariant());

    /// <returns>The language that a file's name tells; null where it tells none.</returns>
    public static Language? LanguageOf(string file)
    {
        string extension = Path.GetExtension(file).ToLowerInvariant();
        foreach ((Language language, string[] compiled, string[] included) in Known)
        {
            if (compiled.Contains(extension) || included.Contains(extension))
                return language;
        }
        return null;
    }
}
