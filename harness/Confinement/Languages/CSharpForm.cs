namespace Evaluator.Confinement.Languages;

/// <summary>
/// How C# sources are taken: as the files of a class library of today, of one from before global usings, or of a program with its
/// statements at the
/// top (a starter kit with its own Main). Which it is, the compiler's refusal tells.
/// </summary>
internal readonly record struct CSharpForm(bool GlobalUsings, bool Program)
{
    /// <summary>CS0104: a type of the source's own is ambiguous with one of a global using.</summary>
    private const string Ambiguous = "error CS0104";

    /// <summary>CS8805: statements at the top of a file must be a program's.</summary>
    private const string TopLevelStatements = "error CS8805";

    public static CSharpForm OfToday => new(GlobalUsings: true, Program: false);

    public string Target => Program ? "-target:exe" : "-target:library";

    /// <summary>Another way to take the same sources, after a refusal; null where the refusal is about the sources themselves.</summary>
    public CSharpForm? After(string refusal)
    {
        if (!Program && refusal.Contains(TopLevelStatements, StringComparison.Ordinal))
            return this with { Program = true };
        if (GlobalUsings && refusal.Contains(Ambiguous, StringComparison.Ordinal))
            return this with { GlobalUsings = false };
        return null;
    }
}
