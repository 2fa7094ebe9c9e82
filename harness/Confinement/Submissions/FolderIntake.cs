using System.Runtime.InteropServices;
using Evaluator.Confinement.Languages;
using Microsoft.Win32.SafeHandles;

namespace Evaluator.Confinement.Submissions;

/// <summary>A folder on disk, held open: whatever happens to its path meanwhile, files come out of this one.</summary>
internal sealed class FolderIntake : Intake
{
    private readonly SafeFileHandle root;

    private FolderIntake(SafeFileHandle root) => this.root = root;

    /// <param name="path">As the organiser names it; it may be a link.</param>
    /// <exception cref="IOException">It can't be opened.</exception>
    public static FolderIntake Open(string path) =>
        new(Opened(LibC.AT_FDCWD, path, LibC.O_DIRECTORY) ?? throw new DirectoryNotFoundException($"there is no folder {path}"));

    public override IReadOnlyList<string> Names()
    {
        List<string> found = [];
        int entries = 0;
        Collect(root, "", depth: 1, ref entries, found);
        found.Sort(StringComparer.Ordinal);
        return found;
    }

    public override HandedInFile? Read(string name, long most)
    {
        string[] steps = StepsOf(name);
        SafeFileHandle folder = root;
        try
        {
            for (int i = 0; i < steps.Length; i++)
            {
                bool isLast = i == steps.Length - 1;
                SafeFileHandle? next = Inside(folder, steps[i], isLast ? LibC.O_NONBLOCK : LibC.O_DIRECTORY, name);
                if (next is null)
                    return null;
                if (folder != root)
                    folder.Dispose();
                folder = next;
                if (isLast)
                    return ReadRegular(next, name, most);
            }
            return null;
        }
        finally
        {
            if (folder != root)
                folder.Dispose();
        }
    }

    public override void Dispose() => root.Dispose();

    private static void Collect(SafeFileHandle folder, string prefix, int depth, ref int entries, List<string> found)
    {
        if (depth > Deepest)
            throw new SubmissionRejectedException($"the folder {EscapedText.Of(prefix.TrimEnd('/'))} is more than {Deepest} folders deep.");
        foreach (FileSystemInfo entry in new DirectoryInfo($"/proc/self/fd/{folder.DangerousGetHandle()}").EnumerateFileSystemInfos())
        {
            bool isFolder = (entry.Attributes & FileAttributes.Directory) != 0;
            if ((entry.Attributes & FileAttributes.ReparsePoint) != 0 || IsPassedOver(entry.Name, isFolder))
                continue;
            if (++entries > MostEntries)
                throw new SubmissionRejectedException($"it holds more than {MostEntries:N0} files and folders.");
            if (!isFolder)
            {
                found.Add(prefix + entry.Name);
                continue;
            }
            using SafeFileHandle? below = Inside(folder, entry.Name, LibC.O_DIRECTORY, prefix + entry.Name);
            if (below is not null)
                Collect(below, $"{prefix}{entry.Name}/", depth + 1, ref entries, found);
        }
    }

    private static SafeFileHandle? Inside(SafeFileHandle folder, string step, int flags, string name)
    {
        try
        {
            return Opened((int)folder.DangerousGetHandle(), step, flags | LibC.O_NOFOLLOW);
        }
        catch (IOException link) when (link.HResult == LibC.ELOOP)
        {
            throw new SubmissionRejectedException(
                $"{EscapedText.Of(name)} is a symbolic link; what is handed in must hold the files themselves.");
        }
        catch (IOException odd) when (odd.HResult is LibC.ENXIO or LibC.ENODEV)
        {
            throw new SubmissionRejectedException($"{EscapedText.Of(name)} is a socket or a device; only files can be handed in.");
        }
        catch (IOException tooLong) when (tooLong.HResult == LibC.ENAMETOOLONG)
        {
            return null;
        }
    }

    /// <returns>Null where there is nothing of that name, or something that is not what the flags ask for.</returns>
    private static SafeFileHandle? Opened(int folder, string path, int flags)
    {
        int descriptor = LibC.openat(folder, path, LibC.O_RDONLY | LibC.O_CLOEXEC | flags);
        if (descriptor >= 0)
            return new SafeFileHandle(descriptor, ownsHandle: true);
        int error = Marshal.GetLastPInvokeError();
        if (error is LibC.ENOENT or LibC.ENOTDIR)
            return null;
        string message = $"{path} can't be opened: {Marshal.GetPInvokeErrorMessage(error)}";
        throw error is LibC.EACCES or LibC.EPERM ? new UnauthorizedAccessException(message) : new IOException(message, error);
    }

    private static HandedInFile ReadRegular(SafeFileHandle file, string name, long most)
    {
        (int kind, long bytes) = LibC.KindAndSize(file);
        if (kind != LibC.S_IFREG)
            throw new SubmissionRejectedException($"{EscapedText.Of(name)} is {NameOf(kind)}; only files can be handed in.");
        using var stream = new FileStream(file, FileAccess.Read, bufferSize: 0);
        byte[] content = ReadCounted(stream, most);
        // A file may grow while it is read, and some (of /proc) have no size at all.
        return new HandedInFile(name, content.LongLength > most ? Math.Max(bytes, content.LongLength) : content.LongLength, content);
    }

    private static string NameOf(int kind) => kind switch
    {
        LibC.S_IFIFO => "a pipe",
        LibC.S_IFDIR => "a folder",
        LibC.S_IFSOCK => "a socket",
        _ => "a device",
    };
}
