using Evaluator.Worker.Walls;

namespace Evaluator.Worker;

/// <summary>A file as bytes, read-only, for as long as it is held.</summary>
internal readonly unsafe ref struct MappedFile : IDisposable
{
    private readonly byte* start;
    private readonly int length;

    /// <exception cref="IOException">It can't be opened or mapped, or is larger than a span.</exception>
    public MappedFile(string path)
    {
        int file = LibC.open(path, LibC.O_RDONLY | LibC.O_CLOEXEC);
        if (file < 0)
            throw new IOException(LibC.Failed("open").Message);
        long size = LibC.lseek(file, 0, LibC.SEEK_END);
        if (size is < 0 or > int.MaxValue)
            throw new IOException($"its size is {size}");
        length = (int)size;
        start = length == 0 ? null : (byte*)LibC.mmap(0, length, LibC.PROT_READ, LibC.MAP_PRIVATE, file, 0);
        string? failure = (nint)start == -1 ? LibC.Failed("map").Message : null;
        _ = LibC.close(file);
        if (failure is not null)
            throw new IOException(failure);
    }

    public ReadOnlySpan<byte> Bytes => new(start, length);

    public void Dispose()
    {
        if (length > 0)
            _ = LibC.munmap((nint)start, length);
    }
}
