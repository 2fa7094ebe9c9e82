using System.Globalization;
using System.Text;

namespace Evaluator.Confinement.Repositories;

/// <summary>Objects of a repository, asked of a `git cat-file --batch` behind the walls. What comes back is a stranger's.</summary>
internal sealed class GitObjects(Stream requests, Stream replies)
{
    private const int LongestLine = 400;

    private readonly BufferedStream replies = new(replies, 64 * 1024);

    /// <summary>A line that is not an object's.</summary>
    /// <exception cref="EndOfStreamException">The process has ended.</exception>
    public string ReadLine()
    {
        StringBuilder line = new();
        while (true)
        {
            int next = replies.ReadByte();
            if (next < 0 || line.Length > LongestLine)
                throw new EndOfStreamException("git ended, or said something unexpected");
            if (next == '\n')
                return line.ToString();
            line.Append((char)next);
        }
    }

    /// <param name="id">Of the object.</param>
    /// <param name="most">Bytes that are wanted; a longer object is cut there.</param>
    /// <exception cref="FetchRefusedException">The repository does not have it.</exception>
    /// <exception cref="EndOfStreamException">The process has ended.</exception>
    public byte[] Read(string id, long most)
    {
        requests.Write(Encoding.ASCII.GetBytes(id + "\n"));
        requests.Flush();
        string[] header = ReadLine().Split(' ');
        if (header.Length != 3 || !long.TryParse(header[2], NumberStyles.None, CultureInfo.InvariantCulture, out long size))
            throw new FetchRefusedException($"the repository lacks the object {id}.");
        byte[] content = new byte[Math.Min(size, most)];
        replies.ReadExactly(content);
        Skip(size - content.Length + 1);
        return content;
    }

    private void Skip(long bytes)
    {
        byte[] buffer = new byte[16 * 1024];
        while (bytes > 0)
        {
            int read = (int)Math.Min(bytes, buffer.Length);
            replies.ReadExactly(buffer, 0, read);
            bytes -= read;
        }
    }
}
