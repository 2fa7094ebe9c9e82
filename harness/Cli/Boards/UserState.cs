namespace Evaluator.Cli.Boards;

/// <summary>
/// Where what cannot be made again is kept for a user: <c>$XDG_STATE_HOME/evaluator</c>, else <c>~/.local/state/evaluator</c>.
/// </summary>
internal static class UserState
{
    /// <summary>Of a user without a home a folder that nobody can make: nothing is kept, and that is said.</summary>
    private static string Home =>
        Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) is { Length: > 0 } home ? home : "/proc/nowhere";

    public static string Folder => Path.Combine(
        Environment.GetEnvironmentVariable("XDG_STATE_HOME") is { Length: > 0 } given && Path.IsPathRooted(given)
            ? given
            : Path.Combine(Home, ".local", "state"),
        "evaluator");

    /// <summary>A name as that of a file or folder: what a board calls something leads nowhere else.</summary>
    public static string FileNameOf(string name)
    {
        string plain = string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' ? c : '_'));
        return plain.Trim('.').Length == 0 ? $"_{plain}" : plain;
    }

    /// <summary>Writes a file, whole or not at all, for this user alone.</summary>
    public static void Write(string file, string text)
    {
        const UnixFileMode Own = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        Directory.CreateDirectory(Path.GetDirectoryName(file)!, Own | UnixFileMode.UserExecute);
        string part = $"{file}.{Path.GetRandomFileName()}";
        using (FileStream stream = new(part,
            new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = Own }))
            stream.Write(System.Text.Encoding.UTF8.GetBytes(text));
        File.Move(part, file, overwrite: true);
    }
}
