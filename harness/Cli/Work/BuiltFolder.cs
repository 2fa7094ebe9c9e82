namespace Evaluator.Cli.Work;

/// <summary>A folder as builds leave it: with a DLL of its own name, and what belongs to it beside.</summary>
internal static class BuiltFolder
{
    /// <returns>The DLL; null where the folder has none, or the path is no folder.</returns>
    public static string? AssemblyIn(string path)
    {
        string assembly = Path.Combine(path, Path.GetFileName(path) + ".dll");
        return File.Exists(assembly) ? assembly : null;
    }
}
