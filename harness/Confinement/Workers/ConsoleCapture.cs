using System.Text;

namespace Evaluator.Confinement.Workers;

/// <summary>
/// Drains a worker's standard error, so that printing never blocks it, and keeps the first MiB (console output is no answer
/// channel). Runs on a thread of its own: reads of anonymous pipes block.
/// </summary>
internal sealed class ConsoleCapture
{
    private const int MostBytesKept = 1024 * 1024;

    private readonly Stream source;
    private readonly MemoryStream kept = new();
    private readonly Thread thread;
    private long bytes;

    public ConsoleCapture(Stream source)
    {
        this.source = source;
        thread = new Thread(Drain, maxStackSize: 256 * 1024) { IsBackground = true, Name = "console" };
        thread.Start();
    }

    /// <summary>To be called after the worker's end. A process that outlived it may hold the pipe open; nobody waits for that.</summary>
    public ConsoleText End()
    {
        thread.Join(TimeSpan.FromSeconds(1));
        lock (kept)
            return new ConsoleText(Encoding.UTF8.GetString(kept.GetBuffer(), 0, (int)kept.Length), bytes);
    }

    private void Drain()
    {
        byte[] buffer = new byte[16 * 1024];
        while (Read(buffer) is > 0 and int read)
        {
            lock (kept)
            {
                int keep = (int)Math.Min(read, MostBytesKept - kept.Length);
                kept.Write(buffer, 0, keep);
                bytes += read;
            }
        }
    }

    private int Read(byte[] buffer)
    {
        try
        {
            return source.Read(buffer, 0, buffer.Length);
        }
        catch (Exception closed) when (closed is IOException or ObjectDisposedException)
        {
            return 0;
        }
    }
}
