namespace Evaluator.Specs.Fixtures;

/// <summary>A predictor of tests/Fixtures and what its first line says is to come of it.</summary>
/// <param name="Room">The folder of its source: Misbehaving, Rejected or Hostile.</param>
/// <param name="Verdicts">The verdicts that are right; one, but where it depends on which limit is met first.</param>
/// <param name="Reason">The reason of termination, or null where none is stated.</param>
/// <param name="Holds">What the sandbox promises and this fixture tests; null for a fixture that asks for nothing forbidden.</param>
public sealed record Fixture(string Name, string Room, string Source, IReadOnlyList<string> Verdicts, string? Reason, string? Holds)
{
    /// <summary>What is handed in: a DLL that the build has made, or the source itself of a language that the desk compiles.</summary>
    public string Dll => IsCompiledByTheDesk ? Source : Path.Combine(FixtureCatalog.OutputFolder, Name, Name + ".dll");

    public bool IsCompiledByTheDesk => Source.EndsWith(".cpp", StringComparison.Ordinal);

    public override string ToString() => Name;

    /// <summary>
    /// Reads `// expect: VERDICT[ or VERDICT]...[; reason: WORD][; holds: PREDICATE]` from the first line of a source file.
    /// </summary>
    public static Fixture Read(string source)
    {
        string first = File.ReadLines(source).First();
        if (!first.StartsWith("// expect: ", StringComparison.Ordinal))
            throw new FormatException($"{source}: the first line must be `// expect: VERDICT`, found `{first}`");
        string[] parts = first["// expect: ".Length..].Split("; ");
        string? After(string key) => parts.Skip(1).FirstOrDefault(part => part.StartsWith(key, StringComparison.Ordinal))?[key.Length..];
        return new Fixture(Path.GetFileNameWithoutExtension(source), Path.GetFileName(Path.GetDirectoryName(source)!), source,
            parts[0].Split(" or "), After("reason: "), After("holds: "));
    }
}
