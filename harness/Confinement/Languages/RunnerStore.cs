using System.Security.Cryptography;
using System.Text;
using Evaluator.Confinement.Disk;
using Evaluator.Confinement.Workers;

namespace Evaluator.Confinement.Languages;

/// <summary>
/// The runners of C++ and Java, compiled on this machine from harness/Runners, once for each version of sources and compiler, and kept in
/// the user's cache folder.
/// </summary>
public static class RunnerStore
{
    private static string SourceFolder => Path.Combine(AppContext.BaseDirectory, "runners");

    /// <summary>What the runners are compiled from.</summary>
    public static IReadOnlyList<ClosureFile> SourceFiles { get; } =
    [
        .. Directory.EnumerateFiles(SourceFolder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(file => new ClosureFile(Path.GetRelativePath(SourceFolder, file).Replace('\\', '/'), File.ReadAllBytes(file))),
    ];

    public static CppRunner Cpp(Workshop workshop, CppCompiler compiler) =>
        new(Kept($"cpp {compiler.Version}", workshop, compiler.Runner));

    public static JavaRunner Java(Workshop workshop, Jdk jdk, CppCompiler compiler) => new(
        jdk,
        Kept($"java {jdk.Version}", workshop, sources => jdk.Compiler(sources)),
        Kept($"jni {jdk.Version} {compiler.Version}", workshop, sources => compiler.JavaLibrary(sources, jdk)));

    private static byte[] Kept(string key, Workshop workshop, Func<Sources, ConfinedProgram> compiler)
    {
        string name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{key}\n{ContentHash.Of(SourceFiles)}")))[..16];
        string file = Path.Combine(UserCache.Folder, $"runner-{name}");
        try
        {
            if (File.Exists(file))
                return File.ReadAllBytes(file);
        }
        catch (Exception unusable) when (unusable is IOException or UnauthorizedAccessException)
        {
            // It is compiled again.
        }
        byte[] made = workshop.CompileOurs(SourceFiles, compiler, "compiling the runner");
        UserCache.Keep(file, made);
        return made;
    }
}
