namespace Evaluator.Probe;

internal static class Processes
{
    /// <summary>Itself, its parent and process 1 are no others: inside a process namespace the last two are the sandbox.</summary>
    public static string? SeeOthers()
    {
        try
        {
            int[] known = [Environment.ProcessId, KernelCalls.Parent, 1];
            foreach (string folder in Directory.GetDirectories("/proc"))
            {
                if (int.TryParse(Path.GetFileName(folder), out int process) && !known.Contains(process))
                    return $"sees process {process}";
            }
            return null;
        }
        catch (UnauthorizedAccessException)
        {
            return null;
        }
    }

    public static string? HoldPrivileges()
    {
        if (KernelCalls.Capabilities() is var held and not 0)
            return $"capabilities {held:x}";
        return KernelCalls.MayGainPrivileges ? "may gain privileges" : null;
    }

    public static string? BeRoot() => KernelCalls.User == 0 ? "is root" : null;

    public static string? StartThreads(int count)
    {
        using var end = new ManualResetEventSlim();
        var started = new List<Thread>();
        try
        {
            while (started.Count < count)
            {
                var thread = new Thread(end.Wait, maxStackSize: 128 << 10) { IsBackground = true };
                thread.Start();
                started.Add(thread);
            }
            return $"starts {count} threads";
        }
        catch (OutOfMemoryException)
        {
            return null;
        }
        finally
        {
            end.Set();
            started.ForEach(thread => thread.Join());
        }
    }
}
