using System.Diagnostics;

namespace Evaluator.Confinement.Disk;

/// <summary>Finds a machine's programs.</summary>
internal static class ToolFinder
{
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
    public static string? Ask(string program, params string[] arguments)
    {
        try
        {
            using Process? process =
                Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true });
            if (process is null)
                return null;
            Task<string> output = process.StandardOutput.ReadToEndAsync(), error = process.StandardError.ReadToEndAsync();
            if (!process.WaitForExit(TimeSpan.FromSeconds(10)))
            {
                process.Kill(entireProcessTree: true);
                return null;
            }
            return process.ExitCode == 0 ? output.Result + error.Result : null;
        }
        catch (System.ComponentModel.Win32Exception)    // not for this machine, or not to be executed
        {
            return null;
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
