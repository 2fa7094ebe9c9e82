using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Evaluator.Confinement.Disk;

namespace Evaluator.Confinement.Sandbox;

/// <summary>
/// The world inside bubblewrap: an empty root, read-only; the runtime, the worker, the submission and the tables under one fixed path,
/// read-only; /tmp in memory, with a cap, to work in; an own /proc; a /dev with four harmless devices. No network, no capability, not root.
/// </summary>
/// <remarks>
/// `--remount-ro /proc` is not decoration: as root outside, the user inside still is the kernel's user 0, and bubblewrap 0.8 leaves
/// /proc/sys writable for it (it looks only whether the folder is, and /proc/sys is not; its files are). A predictor could set core_pattern.
/// Nor is the empty folder over /proc/1: process 1 is bubblewrap's reaper, same user and without the worker's filter, and who may write to
/// its memory makes it do what the filter forbids.
/// </remarks>
internal static class Bubblewrap
{
    /// <summary>Where things stand inside, on every machine.</summary>
    public const string Home = "/evaluator";

    public const string WorkingFolder = "/tmp";

    /// <summary>Pages of this folder count as the worker's memory, so more would be no use.</summary>
    private const long TemporaryBytes = 64L << 20;

    /// <summary>The inside user: nobody, whoever runs the harness.</summary>
    private const string User = "65534";

    /// <summary>What the loader of the system looks through; only libraries stand there.</summary>
    private static readonly string[] LibraryFolders = ["/lib", "/lib32", "/lib64", "/usr/lib", "/usr/lib32", "/usr/lib64"];

    /// <summary>
    /// One by one, because `--dev` makes terminals as well, which takes a second user namespace and a dozen mounts: 1.5 ms of CPU a start.
    /// </summary>
    private static readonly string[] Devices = ["/dev/null", "/dev/zero", "/dev/random", "/dev/urandom"];

    /// <param name="refusal">Why there is none, and what to do.</param>
    /// <returns>Null where the program is not installed or the kernel refuses it.</returns>
    public static string? Find(out string? refusal)
    {
        string? program = ToolFinder.Find("bwrap");
        if (program is null)
        {
            refusal = "no bubblewrap. Install it (Debian, Ubuntu: apt-get install bubblewrap).";
            return null;
        }
        (int exitCode, string said) = Run(program, [.. Walls, "--ro-bind", "/", "/", "/bin/true"]);
        refusal = exitCode == 0 ? null : $"bubblewrap is refused: {said.Trim()}. Allow user namespaces (sysctl kernel.unprivileged_userns_clone=1, "
            + "kernel.apparmor_restrict_unprivileged_userns=0, user.max_user_namespaces>0; in a container, --security-opt seccomp=unconfined).";
        return exitCode == 0 ? program : null;
    }

    public static string Version(string program) => Run(program, ["--version"]).Said.Trim();

    /// <param name="shown">What is to be seen inside, read-only: the path inside, and the path outside.</param>
    /// <param name="environment">All variables that there are inside.</param>
    /// <returns>The arguments of bubblewrap, up to the command.</returns>
    public static List<string> Arguments(IReadOnlyDictionary<string, string> shown, IReadOnlyDictionary<string, string> environment)
    {
        List<string> arguments = [.. Walls, "--hostname", "evaluator", "--clearenv"];
        foreach (string folder in LibraryFolders)
        {
            if (new DirectoryInfo(folder).LinkTarget is { } target)
                arguments.AddRange("--symlink", target, folder);
            else if (Directory.Exists(folder))
                arguments.AddRange("--ro-bind", folder, folder);
        }
        arguments.AddRange("--ro-bind-try", "/etc/ld.so.cache", "/etc/ld.so.cache");
        foreach ((string inside, string outside) in shown)
            arguments.AddRange("--ro-bind", outside, inside);
        arguments.AddRange("--proc", "/proc", "--tmpfs", "/proc/1", "--remount-ro", "/proc/1", "--remount-ro", "/proc");
        foreach (string device in Devices)
            arguments.AddRange("--dev-bind", device, device);
        arguments.AddRange("--symlink", "/proc/self/fd", "/dev/fd");
        arguments.AddRange("--size", TemporaryBytes.ToString(CultureInfo.InvariantCulture), "--tmpfs", WorkingFolder);
        arguments.AddRange("--chdir", WorkingFolder, "--remount-ro", "/");
        foreach ((string name, string value) in environment)
            arguments.AddRange("--setenv", name, value);
        return arguments;
    }

    // --as-pid-1 is left out on purpose: a process 1 ignores signals it has no handler for, which changes how aborts end (design §3).
    private static readonly string[] Walls =
    [
        "--unshare-user", "--uid", User, "--gid", User, "--unshare-pid", "--unshare-net", "--unshare-ipc", "--unshare-uts",
        "--unshare-cgroup-try", "--die-with-parent", "--new-session", "--cap-drop", "ALL",
    ];

    private static (int ExitCode, string Said) Run(string program, IEnumerable<string> arguments)
    {
        try
        {
            using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            string said = process.StandardOutput.ReadToEnd() + process.StandardError.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, said);
        }
        catch (Win32Exception refused)
        {
            return (-1, refused.Message);
        }
    }

    private static void AddRange(this List<string> arguments, params ReadOnlySpan<string> more) => CollectionExtensions.AddRange(arguments, more);
}
