using Evaluator.Confinement.Disk;

namespace Evaluator.Harness.Storage;

/// <summary>
/// What the kernel says of every file that <see cref="RunInspection"/> and the tables of a run are made of, and of the program that makes
/// them (<see cref="FileStamp"/>): while it is the same, so are they. To look at the 1,092 files of 544 cases takes 6 ms of CPU, to read
/// and check them 100. A file that had been written so shortly before that the next change might show the same time, as the last ones of a
/// run that has just ended, is read in place of that.
/// </summary>
public static class RunStamp
{
    private static readonly string[] Files = [RunFolder.RunFile, RunFolder.SummaryFile, SideFiles.TimingsFile, SideFiles.VerifyFile];
    private static readonly string[] Folders = ["cases", "predictions", "console"];

    /// <param name="runFolder">In full.</param>
    /// <param name="utc">When the run was looked at first: it decides which files are read. Two stamps of the same time compare.</param>
    /// <returns>
    /// Names and stamps, some 70 bytes a file: to compare them costs less than to load a library for their hash. Null where they would
    /// prove nothing: a file can't be looked at, or the program has been exchanged just now.
    /// </returns>
    public static byte[]? Of(string runFolder, DateTime utc)
    {
        using var said = new MemoryStream();
        using var writer = new BinaryWriter(said);
        foreach (string path in FilesOf(runFolder))
        {
            bool ofRun = path.StartsWith(runFolder, StringComparison.Ordinal);
            if (FileStamp.Of(path) is not { } stamp || !(ofRun || stamp.IsSettled(utc)))
                return null;
            writer.Write(path.Length);
            writer.Write(ofRun ? path.AsSpan(runFolder.Length) : path);
            if (stamp.IsSettled(utc))
                Write(writer, stamp);
            else
                WriteContent(writer, path);
        }
        return said.ToArray();
    }

    private static void Write(BinaryWriter writer, FileStamp stamp)
    {
        writer.Write(stamp.Inode);
        writer.Write(stamp.Size);
        writer.Write(stamp.Changed);
        writer.Write(stamp.Modified);
    }

    private static void WriteContent(BinaryWriter writer, string path)
    {
        byte[] content = File.ReadAllBytes(path);
        writer.Write(content.Length);
        writer.Write(Crc32C.Of(content));
    }

    private static List<string> FilesOf(string runFolder)
    {
        List<string> files = [];
        foreach (string name in Files)
        {
            if (File.Exists(Path.Combine(runFolder, name)))
                files.Add(Path.Combine(runFolder, name));
        }
        foreach (string name in Folders)
            AddAll(files, Path.Combine(runFolder, name), "*");
        AddAll(files, AppContext.BaseDirectory, "*.dll");
        return files;
    }

    private static void AddAll(List<string> files, string folder, string pattern)
    {
        if (!Directory.Exists(folder))
            return;
        string[] found = Directory.GetFiles(folder, pattern);
        Array.Sort(found, StringComparer.Ordinal);
        files.AddRange(found);
    }
}
