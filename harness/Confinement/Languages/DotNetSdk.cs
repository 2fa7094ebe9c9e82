using Evaluator.Confinement.Sandbox;
using Evaluator.Confinement.Workers;

namespace Evaluator.Confinement.Languages;

/// <summary>The compilers of C# and Visual Basic, as the SDK brings them. No MSBuild, so no targets, analyzers or generators run.</summary>
internal sealed class DotNetSdk
{
    private const string RootInside = Bubblewrap.Home + "/dotnet";

    /// <summary>What a project made by `dotnet new classlib` imports, so that a file out of one compiles by itself.</summary>
    private static readonly string[] CSharpUsings =
        ["System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Threading", "System.Threading.Tasks"];

    private static readonly string[] VisualBasicImports =
    [
        "Microsoft.VisualBasic", "System", "System.Collections", "System.Collections.Generic", "System.Diagnostics", "System.IO",
        "System.Linq", "System.Threading.Tasks",
    ];

    private readonly string compilers, references;

    private DotNetSdk(string version, string compilers, string references)
    {
        Version = version;
        this.compilers = compilers;
        this.references = references;
    }

    public string Version { get; }

    /// <summary>Written beside a C# submission's files before they are compiled.</summary>
    public static string GlobalUsings => string.Concat(CSharpUsings.Select(space => $"global using {space};\n"));

    /// <param name="missing">What is missing, and how to get it.</param>
    public static DotNetSdk? Find(out string? missing)
    {
        missing = null;
        string sdks = Path.Combine(DotNetInstallation.Root, "sdk"),
            packs = Path.Combine(DotNetInstallation.Root, "packs", "Microsoft.NETCore.App.Ref");
        string? sdk = Newest(sdks, folder => File.Exists(Path.Combine(folder, "Roslyn", "bincore", "csc.dll")));
        string framework = $"net{Environment.Version.Major}.0";
        string? pack = Newest(packs, folder => Directory.Exists(Path.Combine(folder, "ref", framework)));
        if (sdk is not null && pack is not null)
            return new DotNetSdk(Path.GetFileName(sdk), Path.Combine(sdk, "Roslyn", "bincore"), Path.Combine(pack, "ref", framework));
        missing =
            $"the compilers of C# and Visual Basic are missing in {DotNetInstallation.Root}: install the .NET SDK "
            + $"{Environment.Version.Major} "
            + $"(Debian, Ubuntu: apt-get install dotnet-sdk-{Environment.Version.Major}.0), or hand in a DLL.";
        return null;
    }

    /// <param name="withProcesses">
    /// Shows all of /proc. The runtime does not start without its /proc/self ("Failed to create CoreCLR"), and Landlock allows that of the
    /// shell alone. What other processes keep from strangers, their memory and variables, Landlock bars all the same.
    /// </param>
    /// <param name="form">How C# is taken; for Visual Basic it says nothing.</param>
    /// <param name="symbols">With those of the same code, the portable PDB is made in place of the assembly.</param>
    public ConfinedProgram Compiler(
        Language language, Sources sources, CSharpForm form, bool withProcesses, Symbols symbols = Symbols.None)
    {
        Dictionary<string, string> shown = CompilerShell.Shown();
        shown[RootInside] = DotNetInstallation.Root;
        shown[Sources.Inside] = sources.Folder;
        if (withProcesses)
            shown["/proc"] = "/proc";
        Dictionary<string, string> environment = CompilerShell.Environment();
        environment["DOTNET_ROOT"] = RootInside;
        environment["DOTNET_EnableDiagnostics"] = "0";
        environment["DOTNET_TieredPGO"] = "0";
        environment["DOTNET_EnableWriteXorExecute"] = "0";    // its double mapping is refused by Landlock
        bool isCSharp = language == Language.CSharp;
        string[] compiler =
        [
            RootInside + "/dotnet", "exec", Inside(Path.Combine(compilers, isCSharp ? "csc.dll" : "vbc.dll")),
            "-noconfig", "-nologo", isCSharp ? form.Target : "-target:library", "-deterministic+",
                .. OptionsFor(symbols, sources),
                "-langversion:latest", "-utf8output",
            "-out:predictor.dll",
            .. isCSharp ? CSharpOptions : VisualBasicOptions(),
            .. Directory.EnumerateFiles(references, "*.dll").Order(StringComparer.Ordinal).Select(file => "-r:" + Inside(file)),
            .. sources.Paths(SourceFiles.CompiledFor(language)),
        ];
        string[] command = CompilerShell.Command(symbols == Symbols.OfSameCode ? SymbolFile : "predictor.dll", compiler);
        return new ConfinedProgram(command, shown, environment) { StartsProcesses = true };
    }

    private const string SymbolFile = "predictor.pdb";

    private static string[] OptionsFor(Symbols symbols, Sources sources) => symbols switch
    {
        Symbols.None => ["-optimize+", "-debug-"],
        Symbols.OfSameCode => ["-optimize+", "-debug:portable", "-pdb:" + SymbolFile],
        _ => ["-optimize-", "-debug:embedded", $"-pathmap:{Sources.Inside}/{Sources.SubmissionFolder.TrimEnd('/')}={sources.Origin}"],
    };

    private static readonly string[] CSharpOptions = ["-nostdlib+", "-warn:0", "-unsafe+"];

    private string[] VisualBasicOptions() =>
    [
        "-nostdlib", "-nosdkpath", "-nowarn", "-vbruntime:" + Inside(Path.Combine(references, "Microsoft.VisualBasic.Core.dll")),
        "-define:_MYTYPE=\"Empty\"",
        "-imports:" + string.Join(',', VisualBasicImports), "-optioninfer+",
    ];

    private static string Inside(string path) => RootInside + path[DotNetInstallation.Root.Length..];

    private static string? Newest(string folder, Func<string, bool> usable) => !Directory.Exists(folder)
        ? null
        : Directory.EnumerateDirectories(folder)
            .Where(one => System.Version.TryParse(Path.GetFileName(one).Split('-')[0], out Version? version)
            && version.Major == Environment.Version.Major && usable(one))
            .MaxBy(one => System.Version.Parse(Path.GetFileName(one).Split('-')[0]));
}
