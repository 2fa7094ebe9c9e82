using System.Diagnostics;

namespace Evaluator.Confinement.Disk;

/// <summary>Finds a machine's programs.</summary>
internal static class ToolFinder
{
    /// <summary>For a question that takes a moment, on a busy machine.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>The first on the search path that is a program and no script around one, links followed: a script would find nothing of
    /// what it needs behind the walls.</summary>
    public static string? FindBinary(string program) => FindAll(program).Select(Resolve).FirstOrDefault(IsBinary);

    /// <returns>The path as the search path has it, links not followed; null where there is none.</returns>
    public static string? Find(string program) => FindAll(program).FirstOrDefault();

    /// <summary>All of that name, in the order of the search path.</summary>
    public static IEnumerable<string> FindAll(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Append("/usr/bin")
        .Where(Path.IsPathRooted).Distinct().Select(folder => Path.Combine(folder, program)).Where(File.Exists);

    /// <summary>Whether it is a program of the machine's own form (ELF), and no script around one.</summary>
    public static bool IsBinary(string path)
    {
        try
        {
            using FileStream file = File.OpenRead(path);
            Span<byte> start = stackalloc byte[4];
            return file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length && start.SequenceEqual("\u007fELF"u8);
        }
        catch (Exception unusable) when (unusable is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>What a tool prints when it is tried once.</summary>
    /// <returns>Null where it can't be started, fails, or says nothing within ten seconds.</returns>
    public static string? Ask(string program, params string[] arguments) =>
        Try(program, Patience, arguments) is { ExitCode: 0, Said: var said } ? said : null;

    /// <summary>Runs a tool of the machine's to its end, whatever it is: missing, broken, or one that never ends.</summary>
    /// <returns>How it ended, −1 where it did not start or not end, and what it printed or why it did not.</returns>
    public static (int ExitCode, string Said) Try(string program, TimeSpan patience, params IEnumerable<string> arguments)
    {
        try
        {
            using Process process =
                Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            Task<string> output = process.StandardOutput.ReadToEndAsync(), error = process.StandardError.ReadToEndAsync();
            if (!process.WaitForExit(patience))
            {
                process.Kill(entireProcessTree: true);
                return (-1, $"{program} did not end within {patience.TotalSeconds:0} s");
            }
            return (process.ExitCode, output.Result + error.Result);
        }
        catch (System.ComponentModel.Win32Exception refused)    // not there, not for this machine, or not to be executed
        {
            return (-1, refused.Message);
        }
    }

    /// <summary>The file behind all links, in the path's folders as well.</summary>
    public static string Resolve(string path)
    {
        string full = Path.GetFullPath(path);
        string root = Path.GetPathRoot(full)!;
        string resolved = root;
        foreach (string part in full[root.Length..].Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            string next = Path.Combine(resolved, part);
            FileSystemInfo entry = Directory.Exists(next) ? new DirectoryInfo(next) : new FileInfo(next);
            resolved = entry.ResolveLinkTarget(returnFinalTarget: true) is { } target ? Resolve(target.FullName) : next;
        }
        return resolved;
    }
}
