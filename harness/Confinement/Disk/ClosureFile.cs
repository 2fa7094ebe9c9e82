namespace Evaluator.Confinement.Disk;

/// <summary>One file of a submission, in memory: what was hashed is what is staged, whatever happens to the file it came from.</summary>
/// <param name="Name">Its path relative to the submission's folder, with forward slashes.</param>
/// <param name="Content">At most a megabyte or two: submissions beyond the limit are rejected before they are read.</param>
public readonly record struct ClosureFile(string Name, byte[] Content)
{
    private const UnixFileMode Readable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    /// <summary>Writes it below the folder, for everybody to read and to execute.</summary>
    public void WriteTo(string folder)
    {
        string path = Path.Combine(folder, Name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, Content);
        if (OperatingSystem.IsLinux())
            File.SetUnixFileMode(path, Readable);
    }
}
