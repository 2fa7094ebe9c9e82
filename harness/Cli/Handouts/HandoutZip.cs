using System.IO.Compression;
using System.Text;

namespace Evaluator.Cli.Handouts;

/// <summary>A zip for competitors: entries in the order they come, all with one date, so that the same data make the same zip.</summary>
internal sealed class HandoutZip(string path) : IDisposable
{
    private const int PlainFile = 0x81A4, Program = 0x81ED; // regular files of Unix: rw-r--r--, rwxr-xr-x

    private static readonly DateTimeOffset Time = new(2012, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly ZipArchive zip = new(File.Create(path), ZipArchiveMode.Create);

    public void Add(string name, ReadOnlySpan<byte> bytes, bool executable = false)
    {
        ZipArchiveEntry entry = zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = Time;
        entry.ExternalAttributes = (executable ? Program : PlainFile) << 16;
        using Stream stream = entry.Open();
        stream.Write(bytes);
    }

    public void Add(string name, string text, bool executable = false) => Add(name, Encoding.UTF8.GetBytes(text), executable);

    public void Dispose() => zip.Dispose();
}
