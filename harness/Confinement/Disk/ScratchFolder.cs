namespace Evaluator.Confinement.Disk;

/// <summary>Where a self-test without bubblewrap lets its workers work. What killed evaluators left is removed by the next.</summary>
internal static class ScratchFolder
{
    private static int made;

    private static string Prefix => Path.Combine(Path.GetTempPath(), $"evaluator-{Environment.UserName}-");

    /// <returns>A path where nothing stands yet.</returns>
    public static string New()
    {
        foreach (string left in Directory.EnumerateDirectories(Path.GetTempPath(), Path.GetFileName(Prefix) + "*"))
        {
            string name = left[Prefix.Length..];
            if (ProcessIdentity.IsDead(name[..Math.Max(0, name.LastIndexOf('-'))]))
                WorkingFolder.Remove(left);
        }
        return $"{Prefix}{ProcessIdentity.Own}-{Interlocked.Increment(ref made)}";
    }
}
