using System.Globalization;

namespace Evaluator.Confinement.Disk;

/// <summary>
/// A name for a process that no other process ever has: its machine, its process namespace, its number and when it started. Numbers alone
/// come again.
/// </summary>
internal static class ProcessIdentity
{
    public static string Own { get; } =
        $"{Environment.MachineName}-{Namespace()}-{Environment.ProcessId}-{StartOf(Environment.ProcessId)}";

    /// <returns>
    /// False for what is alive, and for what can't be told from here: a name of another machine or namespace, or no such name at all.
    /// </returns>
    public static bool IsDead(string identity)
    {
        if (!identity.StartsWith(Environment.MachineName + "-", StringComparison.Ordinal))
            return false;
        string[] parts = identity[(Environment.MachineName.Length + 1)..].Split('-');
        return parts.Length == 3
            && parts[0] == Namespace()
            && int.TryParse(parts[1], CultureInfo.InvariantCulture, out int process)
            && StartOf(process) != parts[2];
    }

    private static string Namespace()
    {
        string target = new FileInfo("/proc/self/ns/pid").LinkTarget ?? "";    // pid:[4026531836]
        return string.Concat(target.Where(char.IsAsciiDigit));
    }

    /// <summary>Field 22 of stat, in clock ticks since boot; empty where there is no such process.</summary>
    private static string StartOf(int process)
    {
        string file = $"/proc/{process}/stat";
        if (!File.Exists(file))
            return "";
        try
        {
            string stat = File.ReadAllText(file);
            return stat[(stat.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries)[19];
        }
        catch (IOException)
        {
            return "";    // It ended between the two looks.
        }
    }
}
