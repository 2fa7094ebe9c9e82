using System.Globalization;
using System.Text;

namespace Evaluator.Confinement.Repositories;

/// <summary>Reads what `git log` says in the form that is asked of it: a NUL between commits, a unit separator between fields.</summary>
internal static class CommitLog
{
    private const char Separator = '\u001f';

    private const int LongestText = 200;

    /// <param name="text">May be cut anywhere: what is not whole at its end is left out.</param>
    public static IReadOnlyList<LoggedCommit> Read(byte[] text) =>
        [.. Encoding.UTF8.GetString(text).Split('\0').Select(Commit).OfType<LoggedCommit>()];

    private static LoggedCommit? Commit(string line)
    {
        string[] fields = line.Trim('\n').Split(Separator);
        return fields.Length >= 6 && long.TryParse(fields[4], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long at)
            ? new LoggedCommit(
                fields[0], fields[1].Split(' ', StringSplitOptions.RemoveEmptyEntries), Cut(fields[2]), Cut(fields[3]), at, Cut(fields[5]))
            : null;
    }

    private static string Cut(string text) => text.Length > LongestText ? text[..LongestText] + "…" : text;
}
