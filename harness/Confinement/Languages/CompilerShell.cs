using Evaluator.Confinement.Disk;

namespace Evaluator.Confinement.Languages;

/// <summary>
/// What stands around a compiler inside the walls: a shell that runs it in the working folder, sends what it says to standard error, and
/// what it made to standard output. Nothing has to be collected from a folder, so nothing can be left in one.
/// </summary>
internal static class CompilerShell
{
    /// <summary>Exit code for: the compiler refuses. Any other but 0 is a fault of ours.</summary>
    public const int Refused = 99;

    /// <summary>
    /// Exit code for: the compiler was killed (137, 143), or never started (126, 127; .NET ends with 137 where it can't make its runtime).
    /// One
    /// that crashed by itself has met a source that it can't take, and refuses it.
    /// </summary>
    public const int NeverJudged = 98;

    private const string Judge = """judge() { case $? in 0) ;; 126|127|137|143) exit 98 ;; *) exit 99 ;; esac; }; """;

    private const string RunAndSend = Judge + """made=$1; shift; "$@" >&2; judge; exec cat "$made" """;

    private const string RunTwiceAndSend =
        Judge + """made=$1; shift; second=$1; shift; "$@" >&2; judge; eval "$second" >&2; judge; exec cat "$made" """;

    /// <summary>The shell's own programs: the path inside, and the path outside.</summary>
    public static Dictionary<string, string> Shown() => new()
    {
        ["/bin/sh"] = ToolFinder.Resolve("/bin/sh"),
        ["/usr/bin/cat"] = ToolFinder.Resolve("/usr/bin/cat"),
    };

    public static Dictionary<string, string> Environment() => new() { ["PATH"] = "/usr/bin", ["LC_ALL"] = "C.UTF-8" };

    /// <param name="made">The file that the compiler leaves in its working folder.</param>
    public static string[] Command(string made, IEnumerable<string> compiler) => ["/bin/sh", "-c", RunAndSend, "sh", made, .. compiler];

    /// <param name="second">Runs after the compiler; a line for the shell, of ours alone.</param>
    public static string[] Command(string made, IEnumerable<string> compiler, string second) =>
        ["/bin/sh", "-c", RunTwiceAndSend, "sh", made, second, .. compiler];
}
