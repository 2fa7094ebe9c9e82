using System.Globalization;
using Evaluator.Confinement.Disk;

namespace Evaluator.Confinement.Sandbox;

/// <summary>
/// The world inside bubblewrap: an empty root, read-only; the runtime, the worker, the submission and the tables under one fixed path,
/// read-only; /tmp in memory, with a cap, to work in; a /dev with three harmless devices; no network, no capability, not root. Of /proc a
/// worker sees a handful of files about itself, and nothing that counts for the whole machine: those are what cases could talk by, and some
/// of them open to whoever is root outside.
/// </summary>
/// <remarks>
/// Those files can only be bound by the process that they are about, before it becomes the worker, and it must not be the first of its
/// process namespace: the kernel shields that one from signals, its own too. So there are two bubblewraps, one in the other: the outer
/// makes the namespaces, the inner is the first process in them and makes the world for the second, the worker. (Measured: 2.5 ms of CPU.
/// Covering the sixty entries of a /proc of its own takes 6.7, and leaves those below /proc/self/task.) What starts processes of its own, a
/// compiler, gets a /proc of its own from one bubblewrap; there `--remount-ro /proc` is not decoration: as root outside, the user inside
/// still is the kernel's user 0, and bubblewrap 0.8 leaves /proc/sys writable for it. Nor is the empty folder over /proc/1: process 1 is
/// bubblewrap's reaper, same user and without a filter.
/// </remarks>
internal static class Bubblewrap
{
    /// <summary>Where things stand inside, on every machine.</summary>
    public const string Home = "/evaluator";

    public const string WorkingFolder = "/tmp";

    /// <summary>Pages of this folder count as the worker's memory, so more would be no use.</summary>
    public const ulong TemporaryBytes = 64UL << 20;

    /// <summary>The inside user: nobody, whoever runs the harness.</summary>
    private const string User = "65534";

    /// <summary>What the loader of the system looks through; only libraries stand there.</summary>
    private static readonly string[] LibraryFolders = ["/lib", "/lib32", "/lib64", "/usr/lib", "/usr/lib32", "/usr/lib64"];

    /// <summary>
    /// One by one, because `--dev` makes terminals as well, which takes a second user namespace and a dozen mounts: 1.5 ms of CPU a start.
    /// </summary>
    /// <remarks>Not /dev/zero: a shared map of it is memory that no figure of a process counts.</remarks>
    private static readonly string[] Devices = ["/dev/null", "/dev/random", "/dev/urandom"];

    /// <summary>
    /// Of a process, for itself: where its memory is mapped (the C library asks for its stack), how much that is, the memory itself, its
    /// descriptors.
    /// </summary>
    private static readonly string[] OfItself = ["/proc/self/maps", "/proc/self/statm", "/proc/self/mem", "/proc/self/fd"];

    /// <summary>How many processors the machine has; the C library makes room for as many.</summary>
    private static readonly string[] OfProcessors = ["/sys/devices/system/cpu/possible", "/sys/devices/system/cpu/online"];

    /// <param name="refusal">Why there is none, and what to do.</param>
    /// <returns>Null where the program is not installed or the kernel refuses it.</returns>
    public static string? Find(out string? refusal)
    {
        refusal = "no bubblewrap. Install it (Debian, Ubuntu: apt-get install bubblewrap).";
        string? first = null;
        foreach (string program in ToolFinder.FindAll("bwrap"))
        {
            if ((refusal = RefusalOf(program)) is null)
                return program;
            first ??= refusal;    // the one that the organiser's search path means
        }
        refusal = first ?? refusal;
        return null;
    }

    private static string? RefusalOf(string program)
    {
        if (LibC.geteuid() != 0 && (File.GetUnixFileMode(program) & UnixFileMode.SetUser) != 0)
        {
            // It then knows no --size, and what it starts belongs to root: this user could not end it.
            return $"{program} is installed setuid. Install it without (chmod u-s), where user namespaces are allowed.";
        }
        (int exitCode, string said) = ToolFinder.Try(
            program, ToolFinder.Patience,
            [.. Arguments(
                program, "/bin/true", new Dictionary<string, string> { ["/bin/true"] = "/bin/true" }, new Dictionary<string, string>(),
                null), "/bin/true"]);
        return exitCode == 0
            ? null
            : $"bubblewrap is refused: {EscapedText.Of(said.Trim())}. Allow user namespaces (sysctl kernel.unprivileged_userns_clone=1, "
            + "kernel.apparmor_restrict_unprivileged_userns=0, user.max_user_namespaces>0; in a container, --security-opt "
            + "seccomp=unconfined), and have bubblewrap 0.7 or later.";
    }

    /// <summary>Whether a folder of that name is inside as well, the same or another: then to read it says nothing.</summary>
    public static bool IsInsideToo(string path) => path is "/" or "/usr" or "/dev" or "/proc" or "/sys" or WorkingFolder
        || LibraryFolders.Any(folder => path == folder || path.StartsWith(folder + "/", StringComparison.Ordinal));

    public static string Version(string program) => (ToolFinder.Ask(program, "--version") ?? program).Trim();

    /// <param name="program">What is to be started, as it is called inside.</param>
    /// <param name="shown">What is to be seen inside, read-only: the path inside, and the path outside.</param>
    /// <param name="environment">All variables that there are inside.</param>
    /// <param name="memory">A file with what /proc/meminfo is to say, the same on every machine; null for nothing.</param>
    /// <returns>The arguments of bubblewrap, up to the command of a program that starts no other.</returns>
    public static List<string> Arguments(
        string bubblewrap, string program, IReadOnlyDictionary<string, string> shown, IReadOnlyDictionary<string, string> environment,
        string? memory)
    {
        List<string> arguments = [.. Namespaces, "--as-pid-1", "--dev-bind", "/", "/", bubblewrap, .. Nobody, .. Walls];
        AddSeen(arguments, shown);
        foreach (string file in OfItself)
            arguments.AddRange("--ro-bind", file, file);
        arguments.AddRange("--symlink", program, "/proc/self/exe");
        foreach (string file in OfProcessors)
            arguments.AddRange("--ro-bind-try", file, file);
        if (memory is not null)
            arguments.AddRange("--ro-bind", memory, "/proc/meminfo");
        AddRest(arguments, environment, TemporaryBytes);
        return arguments;
    }

    /// <param name="network">Whether it reaches the machine's network; of all that is confined only what fetches does.</param>
    /// <param name="temporaryBytes">What its /tmp may hold.</param>
    /// <returns>The same for a program that starts others.</returns>
    public static List<string> ArgumentsForMany(
        IReadOnlyDictionary<string, string> shown, IReadOnlyDictionary<string, string> environment, bool network, ulong temporaryBytes)
    {
        List<string> arguments = [.. Namespaces.Where(one => !network || one != Network), .. Walls];
        AddSeen(arguments, shown);
        arguments.AddRange("--proc", "/proc", "--tmpfs", "/proc/1", "--remount-ro", "/proc/1", "--remount-ro", "/proc");
        AddRest(arguments, environment, temporaryBytes);
        return arguments;
    }

    private static void AddSeen(List<string> arguments, IReadOnlyDictionary<string, string> shown)
    {
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
    }

    private static void AddRest(List<string> arguments, IReadOnlyDictionary<string, string> environment, ulong temporaryBytes)
    {
        foreach (string device in Devices)
            arguments.AddRange("--dev-bind", device, device);
        arguments.AddRange("--symlink", "/proc/self/fd", "/dev/fd");
        arguments.AddRange("--size", temporaryBytes.ToString(CultureInfo.InvariantCulture), "--tmpfs", WorkingFolder);
        arguments.AddRange("--chdir", WorkingFolder, "--remount-ro", "/");
        foreach ((string name, string value) in environment)
            arguments.AddRange("--setenv", name, value);
    }

    private const string Network = "--unshare-net";

    /// <summary>Said once to a bubblewrap: of a second time it complains, into what a compiler tells the competitor.</summary>
    private static readonly string[] Nobody = ["--unshare-user", "--uid", User, "--gid", User];

    private static readonly string[] Namespaces =
    [
        .. Nobody, "--unshare-pid", Network, "--unshare-ipc", "--unshare-uts", "--hostname", "evaluator", "--unshare-cgroup-try",
        "--die-with-parent",
    ];

    private static readonly string[] Walls = ["--die-with-parent", "--new-session", "--cap-drop", "ALL", "--clearenv"];

    private static void AddRange(this List<string> arguments, params ReadOnlySpan<string> more) =>
        CollectionExtensions.AddRange(arguments, more);
}
