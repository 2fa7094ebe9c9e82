using System.Net.Sockets;
using System.Text;

namespace Evaluator.BoardSpecs.Board;

/// <summary>Who sends a file that is too large is told so, however the sender goes about it.</summary>
public class LargeUploadSpecs
{
    private const string Contest = SampleChallenge.Name;

    /// <summary>More than the board's 8 MiB, and more than the buffers between two sockets take.</summary>
    private const int TooLarge = 30_000_000;

    [Theory(Timeout = 300_000)]
    [InlineData(true)]    // sends all of it before it listens
    [InlineData(false)]   // asks first, and is told at once
    public async Task Who_sends_a_file_that_is_too_large_reads_the_answer(bool sendsAll)
    {
        using SampleChallenge challenge = new();
        await using RunningBoard board = await RunningBoard.WithChallenges(challenge.Folder);
        using Person organiser = await Person.Joins(board.Address, board.OrganiserLink!, "Olga");
        using Person ada = await organiser.Invites("Ada");
        await ada.MakesTeam(Contest, "Gulls");
        await ada.MakeToken();
        using TcpClient connection = new();
        await connection.ConnectAsync(board.Address.Host, board.Address.Port, TestContext.Current.CancellationToken);
        NetworkStream stream = connection.GetStream();
        await stream.WriteAsync(Head(ada, sendsAll ? "" : "Expect: 100-continue\r\n"), TestContext.Current.CancellationToken);
        byte[] piece = new byte[1_000_000];
        for (int sent = 0; sendsAll && sent < TooLarge; sent += piece.Length)
            await stream.WriteAsync(piece, TestContext.Current.CancellationToken);
        string answer = await StartOf(stream);
        Assert.StartsWith("HTTP/1.1 413 ", answer);
        Assert.Contains("application/problem+json", answer);
    }

    private static byte[] Head(Person person, string more) => Encoding.ASCII.GetBytes(
        $"POST /api/v1/c/{Contest}/provisional/submissions?name=A.cs HTTP/1.1\r\nHost: localhost\r\n"
        + $"Authorization: Bearer {person.Token}\r\nContent-Length: {TooLarge}\r\n{more}\r\n");

    /// <summary>What comes first, up to the end of the headers.</summary>
    private static async Task<string> StartOf(NetworkStream stream)
    {
        StringBuilder text = new();
        byte[] piece = new byte[4096];
        while (!text.ToString().Contains("\r\n\r\n", StringComparison.Ordinal))
        {
            int read = await stream.ReadAsync(piece, TestContext.Current.CancellationToken);
            if (read == 0)
                break;
            text.Append(Encoding.UTF8.GetString(piece, 0, read));
        }
        return text.ToString();
    }
}
