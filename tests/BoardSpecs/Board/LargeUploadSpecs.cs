using System.Net.Sockets;
using System.Text;

namespace Evaluator.BoardSpecs.Board;

/// <summary>Who sends a file that is too large is told so, however the sender goes about it.</summary>
public class LargeUploadSpecs
{
    private const string Contest = SampleChallenge.Name;

    /// <summary>More than the board's 8 MiB, and more than the buffers between two sockets take.</summary>
    private const int TooLarge = 30_000_000;

    [Fact(Timeout = 300_000)]
    public async Task Who_sends_all_of_a_file_that_is_too_large_before_listening_reads_the_answer()
    {
        using SampleChallenge challenge = new();
        await using RunningBoard board = await RunningBoard.WithChallenges(challenge.Folder);
        using Person ada = await Sender(board);
        using TcpClient connection = new();
        await connection.ConnectAsync(board.Address.Host, board.Address.Port, TestContext.Current.CancellationToken);
        NetworkStream stream = connection.GetStream();
        await stream.WriteAsync(Head(ada, ""), TestContext.Current.CancellationToken);
        byte[] piece = new byte[1_000_000];
        for (int sent = 0; sent < TooLarge; sent += piece.Length)
            await stream.WriteAsync(piece, TestContext.Current.CancellationToken);
        string answer = await StartOf(stream);
        Assert.StartsWith("HTTP/1.1 413 ", answer);
        Assert.Contains("application/problem+json", answer);
    }

    [Fact(Timeout = 300_000)]
    public async Task Who_asks_first_is_told_at_once()
    {
        using SampleChallenge challenge = new();
        await using RunningBoard board = await RunningBoard.WithChallenges(challenge.Folder);
        using Person ada = await Sender(board);
        using TcpClient connection = new();
        await connection.ConnectAsync(board.Address.Host, board.Address.Port, TestContext.Current.CancellationToken);
        NetworkStream stream = connection.GetStream();
        await stream.WriteAsync(Head(ada, "Expect: 100-continue\r\n"), TestContext.Current.CancellationToken);
        Assert.StartsWith("HTTP/1.1 413 ", await StartOf(stream));
    }

    private static async Task<Person> Sender(RunningBoard board)
    {
        using Person organiser = await Person.Joins(board.Address, board.OrganiserLink!, "Olga");
        Person ada = await organiser.Invites("Ada");
        await ada.MakesTeam(Contest, "Gulls");
        await ada.MakeToken();
        return ada;
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
