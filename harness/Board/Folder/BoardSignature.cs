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
        if (!File.Exists(file))
            Make(file);
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

    // Whole before it has its name; of two processes that start at once the first one's key stays.
    private static void Make(string file)
    {
        string part = $"{file}.{Path.GetRandomFileName()}";
        using (BoardKey fresh = BoardKey.Fresh())
        using (FileStream stream = new(part, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        }))
            stream.Write(System.Text.Encoding.ASCII.GetBytes(fresh.ToPem()));
        try
        {
            File.Move(part, file, overwrite: false);
        }
        catch (IOException) when (File.Exists(file))
        {
            File.Delete(part);
        }
    }
}
