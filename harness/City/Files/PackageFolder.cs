using Evaluator.Contest;
using Microsoft.Win32.SafeHandles;

namespace Evaluator.City.Files;

/// <summary>
/// The folder a package is written into. It is built under another name beside its place and moved there when it is whole, so that
/// an interrupted run leaves nothing that looks like a package.
/// </summary>
public sealed class PackageFolder : IDisposable
{
    private readonly string target;
    private readonly string partial;

    /// <exception cref="PackageException">The target exists and holds something.</exception>
    public PackageFolder(string target)
    {
        this.target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(target));
        partial = this.target + ".partial";
        if (File.Exists(this.target) || (Directory.Exists(this.target) && Directory.EnumerateFileSystemEntries(this.target).Any()))
            throw new PackageException(
                $"{this.target} is there already and not empty; name a folder that does not exist, or remove it first.");
        if (Directory.Exists(partial))
            Directory.Delete(partial, recursive: true);
        foreach (string folder in new[] { "geography", "locations", "events", "sets", "__MACOSX" })
            Directory.CreateDirectory(Path.Combine(partial, folder));
    }

    /// <summary>Where the oracle goes: beside the package, never inside.</summary>
    public string OraclePath => target + ".oracle";

    /// <summary>Where the table of planted dirt goes.</summary>
    public string DirtPath => target + ".dirt.tsv";

    public void Write(string name, ReadOnlySpan<byte> bytes)
    {
        using SafeFileHandle file =
            File.OpenHandle(Path.Combine(partial, name), FileMode.CreateNew, FileAccess.Write, preallocationSize: bytes.Length);
        RandomAccess.Write(file, bytes, 0);
    }

    public void Finish()
    {
        string noise = Path.Combine(partial, "__MACOSX");
        if (!Directory.EnumerateFileSystemEntries(noise).Any())
            Directory.Delete(noise);
        if (Directory.Exists(target))
            Directory.Delete(target);
        Directory.Move(partial, target);
    }

    /// <summary>Removes what was written of a package that did not get whole.</summary>
    public void Dispose()
    {
        if (Directory.Exists(partial))
            Directory.Delete(partial, recursive: true);
    }
}
