using System.Text.RegularExpressions;
using Evaluator.Confinement.Disk;
using Evaluator.Confinement.Workers;

namespace Evaluator.Confinement.Languages;

/// <summary>A Java development kit, and what of it a program gets to see.</summary>
public sealed partial class Jdk
{
    private const int OldestVersion = 17;

    private static readonly string[] Machine =
        ["-J-XX:+UseSerialGC", "-J-XX:TieredStopAtLevel=1", "-J-XX:-UsePerfData", "-J-Xmx1g", "-J-Duser.language=en", "-J-Xss4m"];

    /// <summary>Names of variables too; without, javac tells files and lines.</summary>
    private static readonly string[] AllSymbols = ["-g"], UsualSymbols = [];

    private Jdk(string home, string version)
    {
        Home = home;
        Version = version;
        Shown = new Dictionary<string, string> { [home] = home };
        // Distributions keep the settings elsewhere, behind links.
        string settings = Path.GetDirectoryName(ToolFinder.Resolve(Path.Combine(home, "conf", "logging.properties")))!;
        if (!settings.StartsWith(home + "/", StringComparison.Ordinal) && Directory.Exists(settings))
            Shown[settings] = settings;
    }

    public string Home { get; }

    public string Version { get; }

    public string Java => Home + "/bin/java";

    /// <summary>The path inside, and the path outside: the same.</summary>
    public Dictionary<string, string> Shown { get; }

    /// <param name="missing">What is missing, and how to get it.</param>
    public static Jdk? Find(out string? missing)
    {
        string needed = $"install a JDK {OldestVersion} or later (Debian, Ubuntu: apt-get install openjdk-{OldestVersion}-jdk-headless).";
        missing = $"the compiler of Java is missing: {needed}";
        foreach (string javac in ToolFinder.FindAll("javac"))
        {
            if (HomeOf(javac) is not { } home || !ToolFinder.IsBinary(Path.Combine(home, "bin", "javac")))
                continue;
            Match version = ReleaseVersion().Match(File.ReadAllText(Path.Combine(home, "release")));
            if (version.Success
                && int.Parse(version.Groups["major"].Value, System.Globalization.CultureInfo.InvariantCulture) >= OldestVersion
                && File.Exists(home + "/include/jni.h"))
            {
                missing = null;
                return new Jdk(home, version.Groups["all"].Value);
            }
            missing = $"the Java development kit in {home} is "
                + $"{(version.Success ? "version " + version.Groups["all"].Value : "of an unknown version")}: {needed}";
        }
        return null;
    }

    /// <summary>
    /// The folder of the kit: two above its javac, or, behind the shim of a version manager, what that says when it is tried.
    /// </summary>
    private static string? HomeOf(string javac)
    {
        string? home = Path.GetDirectoryName(Path.GetDirectoryName(ToolFinder.Resolve(javac)));
        if (home is not null && File.Exists(Path.Combine(home, "release")))
            return home;
        string said = ToolFinder.Ask(javac, "-J-XshowSettings:properties", "-version") ?? "";
        home = HomeLine().Match(said) is { Success: true } line ? ToolFinder.Resolve(line.Groups["home"].Value.Trim()) : null;
        return home is not null && File.Exists(Path.Combine(home, "release")) ? home : null;
    }

    /// <summary>A jar out of all the sources. Annotation processors do not run, and nothing but the sources is looked through.</summary>
    internal ConfinedProgram Compiler(Sources sources, Symbols symbols = Symbols.None)
    {
        Dictionary<string, string> shown = CompilerShell.Shown();
        foreach ((string inside, string outside) in Shown)
            shown[inside] = outside;
        shown[Sources.Inside] = sources.Folder;
        string[] compiler =
        [
            Home + "/bin/javac", .. Machine, .. symbols == Symbols.ForDebugger ? AllSymbols : UsualSymbols,
            "-proc:none", "-implicit:none", "-nowarn", "-Xlint:none", "-encoding", "UTF-8", "-cp",
            "classes", "-sourcepath", "classes", "-d", "classes",
            .. sources.Paths(SourceFiles.CompiledFor(Language.Java)),
        ];
        string pack = $"\"{Home}/bin/jar\" {string.Join(' ', Machine)} --create --no-compress --file predictor.jar -C classes .";
        return new ConfinedProgram(
            CompilerShell.Command("predictor.jar", compiler, pack), shown, CompilerShell.Environment())
        { StartsProcesses = true };
    }

    [GeneratedRegex(@"^\s*java\.home = (?<home>/.+)$", RegexOptions.Multiline)]
    private static partial Regex HomeLine();

    [GeneratedRegex("^JAVA_VERSION=\"(?<all>(?<major>\\d+)[^\"]*)\"", RegexOptions.Multiline)]
    private static partial Regex ReleaseVersion();
}
