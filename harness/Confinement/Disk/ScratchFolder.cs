namespace Evaluator.Confinement.Disk;

/// <summary>
/// Folders that a process needs while it works. Each carries the name of its process (<see cref="ProcessIdentity"/>), and whoever makes
/// one removes those beside it whose process is dead: what a killed evaluator leaves lives until the next one comes.
/// </summary>
public static class ScratchFolder
{
    private const string Prefix = "scratch-";

    private static int made;

    private static string PrefixInTemporary => $"evaluator-{Environment.UserName}-";

    /// <summary>A new one among the system's temporary files.</summary>
    public static WorkingFolder InTemporary() => Make(Path.GetTempPath(), PrefixInTemporary);

    /// <summary>A new one in a folder of ours.</summary>
    public static WorkingFolder In(string folder) => Make(Path.GetFullPath(folder), Prefix);

    /// <summary>Removes what dead processes of this machine left in a folder of ours.</summary>
    public static void RemoveLeft(string folder) => RemoveLeft(folder, Prefix);

    private static WorkingFolder Make(string parent, string prefix)
    {
        Directory.CreateDirectory(parent);
        RemoveLeft(parent, prefix);
        return new WorkingFolder(Path.Combine(parent, $"{prefix}{ProcessIdentity.Own}-{Interlocked.Increment(ref made)}"));
    }

    private static void RemoveLeft(string parent, string prefix)
    {
        foreach (string left in Directory.EnumerateDirectories(parent, prefix + "*"))
        {
            string name = Path.GetFileName(left)[prefix.Length..];
            if (ProcessIdentity.IsDead(name[..Math.Max(0, name.LastIndexOf('-'))]))
                TryRemove(left);
        }
    }

    private static void TryRemove(string left)
    {
        try
        {
            WorkingFolder.Remove(left);
        }
        catch (HarnessFaultException)
        {
            // A worker of the dead process is dying too and may still write there; the next one takes the rest.
        }
    }
}
