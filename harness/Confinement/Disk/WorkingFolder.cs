using System.Diagnostics;

namespace Evaluator.Confinement.Disk;

/// <summary>A folder on disk that strangers' code has worked in: whatever it left there goes, without being followed or opened.</summary>
public sealed class WorkingFolder : IDisposable
{
    public WorkingFolder(string path)
    {
        Path = path;
        Directory.CreateDirectory(path);
    }

    public string Path { get; }

    public void Dispose() => Remove(Path);

    /// <exception cref="HarnessFaultException">Something can't be removed.</exception>
    public static void Remove(string path)
    {
        try
        {
            Directory.Delete(path, recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
            // Gone already.
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            // Closed folders, or paths longer than a call takes: the system's own tools open and walk them step by step.
            RunTool("chmod", "-R", "u+rwX", path);
            RunTool("rm", "-rf", path);
            if (Directory.Exists(path))
                throw new HarnessFaultException($"{path} can't be removed: {refused.Message}", refused);
        }
    }

    private static void RunTool(string program, params string[] arguments)
    {
        using Process? process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true });
        process?.StandardError.ReadToEnd();
        process?.WaitForExit();
    }
}
