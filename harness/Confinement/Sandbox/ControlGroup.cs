using System.Globalization;
using Evaluator.Confinement.Disk;
using Microsoft.Win32.SafeHandles;

namespace Evaluator.Confinement.Sandbox;

/// <summary>
/// The kernel's account of one worker and of all that it starts: nothing leaves it, whatever it forks, and what has ended stays counted.
/// Made before the worker, which joins by itself before it becomes the worker.
/// </summary>
public abstract class ControlGroup(IReadOnlyList<string> folders) : IDisposable
{
    /// <summary>More threads than any predictor needs; each costs the kernel memory that no other limit sees.</summary>
    public const string MostTasks = "512";

    /// <summary>
    /// A killed process needs some milliseconds to leave its group, a loaded machine more. After that nobody waits for it.
    /// </summary>
    private static readonly TimeSpan RemovalPatience = TimeSpan.FromSeconds(5);

    /// <summary>A process joins the group by writing 0 into each of these.</summary>
    public IEnumerable<string> JoinFiles => folders.Select(folder => Path.Combine(folder, "cgroup.procs"));

    /// <summary>CPU time of everything that ever ran in the group.</summary>
    public abstract TimeSpan CpuTime();

    /// <summary>Anonymous, shared and memfd memory in bytes, mapped or not; no page cache of files on disk (ruling 9).</summary>
    public abstract long Memory();

    /// <summary>Whether the kernel has killed in the group, and for whose lack of memory.</summary>
    public abstract MemoryKill MemoryKill();

    public virtual void Kill()
    {
        foreach (string process in ReadOrEmpty(JoinFiles.First()).Split('\n', StringSplitOptions.RemoveEmptyEntries))
            _ = LibC.kill(int.Parse(process, CultureInfo.InvariantCulture), LibC.SIGKILL);
    }

    /// <summary>Ends what is left in the group and removes it.</summary>
    public virtual void Dispose()
    {
        long end = Environment.TickCount64 + (long)RemovalPatience.TotalMilliseconds;
        while (!TryRemove())
        {
            if (Environment.TickCount64 > end)
            {
                Stragglers.Add($"the control group {folders[0]}, in which a process does not die", TryRemove);
                return;
            }
            Thread.Sleep(1);
        }
    }

    private bool TryRemove()
    {
        if (folders.All(TryRemove))
            return true;
        Kill();
        return false;
    }

    /// <summary>
    /// A file of the group that is read again and again: opened once, so that a look at it is one system call. The CPU clock is read after
    /// each call of a case.
    /// </summary>
    protected static int ReadAgain(SafeFileHandle file, Span<byte> buffer)
    {
        try
        {
            return RandomAccess.Read(file, buffer, 0);
        }
        catch (Exception gone) when (gone is ObjectDisposedException or IOException { HResult: LibC.ENODEV })
        {
            // The group went while the watchdog was about to look.
            return 0;
        }
    }

    protected static void Write(string folder, string file, string value) => File.WriteAllText(Path.Combine(folder, file), value);

    /// <summary>The sum of the values of two keys in a file of `key value` lines.</summary>
    protected static long Sum(string file, string first, string second)
    {
        string text = ReadOrEmpty(file);
        return Value(text, first) + Value(text, second);
    }

    protected static long Value(string text, string key)
    {
        foreach (ReadOnlySpan<char> line in text.AsSpan().EnumerateLines())
        {
            if (line.StartsWith(key) && line.Length > key.Length && line[key.Length] == ' ')
                return long.Parse(line[(key.Length + 1)..], CultureInfo.InvariantCulture);
        }
        return 0;
    }

    /// <summary>Empty for a group that is gone.</summary>
    protected static string ReadOrEmpty(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException
        || gone is IOException { HResult: LibC.ENODEV })
        {
            return "";
        }
    }

    private static bool TryRemove(string folder) => LibC.rmdir(folder) == 0 || !Directory.Exists(folder);
}
