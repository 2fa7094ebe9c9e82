using Evaluator.Confinement.Languages;

namespace Evaluator.Specs.Languages;

/// <summary>What this machine can compile; a spec of a language that it can't is skipped, visibly.</summary>
internal static class Toolchains
{
    public static TheoryData<Language> All => [Language.CSharp, Language.VisualBasic, Language.Cpp, Language.Java];

    public static void Require(Language language)
    {
        if (MissingFor(language) is { } missing)
            Assert.Skip(missing);
    }

    public static bool Has(Language language) => MissingFor(language) is null;

    private static string? MissingFor(Language language)
    {
        string? missing = null;
        if (language is Language.CSharp or Language.VisualBasic)
            DotNetSdk.Find(out missing);
        if (language is Language.Cpp or Language.Java)
            CppCompiler.Find(out missing);
        if (language is Language.Java && missing is null)
            Jdk.Find(out missing);
        return missing;
    }

    public static string ExtensionOf(Language language) => language switch
    {
        Language.CSharp => ".cs",
        Language.VisualBasic => ".vb",
        Language.Cpp => ".cpp",
        Language.Java => ".java",
        _ => throw new ArgumentOutOfRangeException(nameof(language), language, "no source language"),
    };
}
