using System.Text;
using System.Text.RegularExpressions;
using Evaluator.Confinement.Disk;
using Evaluator.Confinement.Submissions;
using Evaluator.Confinement.Workers;

namespace Evaluator.Confinement.Languages;

/// <summary>g++, and what of it a compilation gets to see.</summary>
public sealed partial class CppCompiler
{
    private const string Program = "/usr/bin/g++", Made = "predictor.so";

    /// <summary>What the sources are read as: the option -std=gnu++17.</summary>
    internal const string Standard = "C++17";

    private const int OldestMajor = 9;

    /// <summary>
    /// -ffp-contract=off: no a*b+c in one rounding, so the same bits as in the other languages. -z defs: what is missing is said here, not
    /// in every case.
    /// </summary>
    private static readonly string[] Options =
        ["-std=gnu++17", "-ffp-contract=off", "-w", "-fdiagnostics-color=never", "-fPIC", "-fvisibility=hidden", "-pthread",
        "-Wl,-z,defs"];

    /// <summary>addr2line of binutils 2.40 takes the numbers of DWARF 5's files for those of its neighbours.</summary>
    private const string SymbolFormat = "-gdwarf-4";

    private readonly Dictionary<string, string> shown;

    private CppCompiler(string version, Dictionary<string, string> shown)
    {
        Version = version;
        this.shown = shown;
    }

    public string Version { get; }

    /// <param name="missing">What is missing, and how to get it.</param>
    public static CppCompiler? Find(out string? missing)
    {
        missing = "the compiler of C++ is missing: install g++ 9 or later with binutils (Debian, Ubuntu: apt-get install g++).";
        if (ToolFinder.FindBinary("as") is not { } assembler || ToolFinder.FindBinary("ld") is not { } linker)
            return null;
        if (Installed() is not var (program, version))
            return null;
        missing = null;
        Dictionary<string, string> shown = CompilerShell.Shown();
        shown[Program] = program;
        shown["/usr/bin/as"] = assembler;
        shown["/usr/bin/ld"] = linker;
        foreach (string folder in (string[])["/usr/include", "/usr/libexec/gcc"])
        {
            if (Directory.Exists(folder))
                shown[folder] = folder;
        }
        return new CppCompiler(version, shown);
    }

    /// <summary>
    /// The first g++ on the path that is a compiler: a link to ccache, or a script around another one, is not, and would find nothing of
    /// what
    /// it needs behind the walls.
    /// </summary>
    private static (string Program, string Version)? Installed()
    {
        foreach (string found in ToolFinder.FindAll("g++"))
        {
            string program = ToolFinder.Resolve(found);
            if (!CompilerName().IsMatch(Path.GetFileName(program)) || !ToolFinder.IsBinary(program))
                continue;
            string? version = ToolFinder.Ask(program, "-dumpfullversion")?.Trim();
            if (version is not null && System.Version.TryParse(version, out Version? number) && number.Major >= OldestMajor)
                return (program, version);
        }
        return null;
    }

    /// <summary>A shared library out of the competitor's class and our adapter.</summary>
    /// <param name="sources">The submission's files, below <see cref="Sources.SubmissionFolder"/>, and ours.</param>
    /// <exception cref="SubmissionRejectedException">The class is not there.</exception>
    internal ConfinedProgram Submission(Sources sources, Symbols symbols = Symbols.None)
    {
        string main = FileOfClass(
            [.. sources.Files.Where(file => file.Name.StartsWith(Sources.SubmissionFolder, StringComparison.Ordinal))]);
        IEnumerable<string> others = sources.Paths(SourceFiles.CompiledFor(Language.Cpp))
            .Where(path => path.StartsWith($"{Sources.Inside}/{Sources.SubmissionFolder}", StringComparison.Ordinal)
            && path != $"{Sources.Inside}/{main}");
        return Compilation(sources, Made,
            [.. Options, .. OptionsFor(symbols, sources), "-shared", $"-DEVALUATOR_SUBMISSION=\"{main}\"", "-I", Sources.Inside, "-o", Made,
            Sources.Inside + "/Cpp/predictor.cpp", .. others]);
    }

    private static string[] OptionsFor(Symbols symbols, Sources sources) => symbols switch
    {
        Symbols.None => ["-O2", "-s"],
        Symbols.OfSameCode => ["-O2", SymbolFormat],
        _ => ["-O0", SymbolFormat, $"-fdebug-prefix-map={Sources.Inside}/{Sources.SubmissionFolder.TrimEnd('/')}={sources.Origin}"],
    };

    /// <summary>Says which lines stand at offsets of a library with symbols; null where the tool for it is missing.</summary>
    /// <param name="offsets">In hexadecimal.</param>
    public ConfinedProgram? Lines(Sources made, string library, IEnumerable<string> offsets)
    {
        const string tool = "/usr/bin/addr2line", answer = "lines";
        if (ToolFinder.FindBinary("addr2line") is not { } found)
            return null;
        string[] command = ["/bin/sh", "-c", $"exec \"$0\" \"$@\" >{answer}", tool, "-a", "-f", "-C", "-i", "-e",
            $"{Sources.Inside}/{library}", .. offsets];
        return new ConfinedProgram(
            CompilerShell.Command(answer, command),
            new Dictionary<string, string>(shown) { [tool] = found, [Sources.Inside] = made.Folder },
            CompilerShell.Environment())
        { StartsProcesses = true };
    }

    /// <summary>The worker for such libraries.</summary>
    public ConfinedProgram Runner(Sources sources) =>
        Compilation(sources, "runner", ["-std=gnu++17", "-O2", "-s", "-o", "runner", Sources.Inside + "/Cpp/main.cpp", "-ldl"]);

    /// <summary>The native part of the worker for Java.</summary>
    public ConfinedProgram JavaLibrary(Sources sources, Jdk jdk)
    {
        ConfinedProgram compilation = Compilation(sources, "library.so",
        [
            "-std=gnu++17", "-O2", "-fPIC", "-shared", "-s", "-I", jdk.Home + "/include", "-I", jdk.Home + "/include/linux", "-o",
            "library.so", Sources.Inside + "/Java/Native.cpp",
        ]);
        return compilation with { Shown = compilation.Shown.Concat(jdk.Shown).ToDictionary() };
    }

    private ConfinedProgram Compilation(Sources sources, string made, IEnumerable<string> arguments) => new(
        CompilerShell.Command(made, [Program, .. arguments]), new Dictionary<string, string>(shown) { [Sources.Inside] = sources.Folder },
        CompilerShell.Environment())
    {
        StartsProcesses = true,
    };

    private static string FileOfClass(ClosureFile[] files)
    {
        string[] found = [.. files.Where(file => HoldsClass(Encoding.UTF8.GetString(file.Content))).Select(file => file.Name)];
        string names = string.Join(
            ", ", (found.Length == 0 ? files.Select(file => file.Name) : found).Select(name => name[Sources.SubmissionFolder.Length..]));
        return found.Length == 1
            ? found[0]
            : throw new SubmissionRejectedException(
                $"exactly one class `BostonRiskPredictor` is needed; found {(found.Length == 0 ? "none" : "several")} in {names}.");
    }

    private static bool HoldsClass(string source)
    {
        try
        {
            return Class().IsMatch(WithoutComments(source));
        }
        catch (RegexMatchTimeoutException)
        {
            throw new SubmissionRejectedException(
                "the class `BostonRiskPredictor` could not be found within two seconds of looking; write it plainly.");
        }
    }

    private static string WithoutComments(string text) => CommentOrText().Replace(text, found => found.Value[0] == '/' ? " " : "\"\"");

    /// <summary>
    /// With what may stand between: attributes, alignas(…), __attribute__((…)), a macro of the competitor's. Each of these is taken as a
    /// whole or not at all (?>…): else a name of n letters is parted in each of 2^n ways wherever another class is meant.
    /// </summary>
    [GeneratedRegex(
        @"\b(class|struct)\s+(?>(\[\[[^\]]*\]\]|alignas\s*\([^)]*\)|__attribute__\s*\(\(([^()]|\(([^()]|\([^()]*\))*\))*\)\)"
        + @"|(?!BostonRiskPredictor\b)[A-Za-z_]\w*(\s*\([^)]*\))?)\s*)*"
        + @"\bBostonRiskPredictor\b(\s+final)?\s*(:[^;{}]*)?\{", RegexOptions.Singleline, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Class();

    [GeneratedRegex(@"//[^\n]*|/\*.*?\*/|""(\\.|[^""\\\n])*""", RegexOptions.Singleline, matchTimeoutMilliseconds: 2000)]
    private static partial Regex CommentOrText();

    [GeneratedRegex(@"^([a-z0-9_]+-)*(g\+\+|c\+\+)(-\d+)?$")]
    private static partial Regex CompilerName();
}
