using System.Security.Cryptography;
using Evaluator.Standings.Receipts;

namespace Evaluator.Board.Folder;

/// <summary>The key that the board signs with. It lies among the board's keys, is made when it is first wanted, and never leaves.</summary>
internal sealed class BoardSignature : IDisposable
{
    public const string FileName = "board.pem";

    public BoardSignature(BoardFolder folder)
    {
        string file = Path.Combine(folder.Keys, FileName);
        KeyFile.Ensure(file, Fresh);
        try
        {
            Key = BoardKey.FromPem(File.ReadAllText(file));
        }
        catch (CryptographicException wrong)
        {
            throw new BoardFolderException($"{file}: {wrong.Message}. Restore it from a backup that was made with keys.");
        }
    }

    public BoardKey Key { get; }

    public void Dispose() => Key.Dispose();

    private static byte[] Fresh()
    {
        using BoardKey fresh = BoardKey.Fresh();
        return System.Text.Encoding.ASCII.GetBytes(fresh.ToPem());
    }
}
