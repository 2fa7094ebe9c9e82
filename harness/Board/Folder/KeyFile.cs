namespace Evaluator.Board.Folder;

/// <summary>A file among the board's keys that is made when it is first wanted and never changes.</summary>
internal static class KeyFile
{
    /// <summary>Makes the file unless it is there. Whole before it has its name; of two processes that start at once the first one's key
    /// stays.</summary>
    public static void Ensure(string file, Func<byte[]> fresh)
    {
        if (File.Exists(file))
            return;
        string part = $"{file}.{Path.GetRandomFileName()}";
        using (FileStream stream = new(part, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        }))
            stream.Write(fresh());
        try
        {
            File.Move(part, file, overwrite: false);
        }
        catch (IOException) when (File.Exists(file))
        {
            File.Delete(part);
        }
    }
}
