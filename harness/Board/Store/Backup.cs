using System.Data.Common;
using Dapper;
using Evaluator.Board.Folder;

namespace Evaluator.Board.Store;

/// <summary>A board's copy. Blobs are never changed, so a database taken first and blobs taken after it fit together: more blobs than rows,
/// never fewer.</summary>
internal static class Backup
{
    public static BackupReport Make(BoardFolder board, string to, bool withSecrets)
    {
        Directory.CreateDirectory(to);
        string database = Path.Combine(to, "board.db");
        using (Database source = Database.Open(board))
        {
            File.Delete(database + ".part");
            source.BackUp(database + ".part");
        }
        File.Move(database + ".part", database, overwrite: true);
        File.Copy(board.SettingsFile, Path.Combine(to, "board.json"), overwrite: true);
        BackupReport blobs = CopyBlobs(board.Blobs, Path.Combine(to, "blobs"));
        CopyTree(board.Challenges, Path.Combine(to, "challenges"), file => withSecrets || !IsSecret(board.Challenges, file));
        if (withSecrets)
            CopyTree(board.Keys, Path.Combine(to, "keys"), _ => true);
        return blobs;
    }

    /// <param name="database">Where the board's database is to be; null for the folder.</param>
    /// <returns>What the restored board lacks, a line each.</returns>
    public static IReadOnlyList<string> Restore(string from, string to, string? database)
    {
        if (!File.Exists(Path.Combine(from, "board.db")))
            throw new BoardFolderException($"{from} is no backup of a board: it has no board.db.");
        // Not the database that the settings name: the board that was backed up may be at work on it.
        BoardSettings settings = BoardSettings.Read(Path.Combine(from, "board.json")) with { Database = null };
        BoardFolder board = BoardFolder.Make(to, settings);
        File.Copy(Path.Combine(from, "board.db"), board.DatabaseFile);
        if (database is not null)
            MoveNew(board, settings, database);
        foreach ((string room, string place) in (
            (string, string)[])[("blobs", board.Blobs), ("challenges", board.Challenges), ("keys", board.Keys)])
            if (Directory.Exists(Path.Combine(from, room)))
                CopyTree(Path.Combine(from, room), place, _ => true);
        return Missing(board);
    }

    private static void MoveNew(BoardFolder board, BoardSettings settings, string database)
    {
        try
        {
            Move.ToPostgres(board, settings, database);
            File.Delete(board.DatabaseFile + ".moved");    // the backup has it
        }
        catch (Exception refused) when (refused is BoardFolderException or DbException)
        {
            Directory.Delete(board.Root, recursive: true);    // made a moment ago; a second try finds it as it was
            throw;
        }
    }

    private static List<string> Missing(BoardFolder board)
    {
        List<string> missing = [];
        using Database database = Database.Open(board);
        Blobs blobs = new(board);
        using DbConnection connection = database.Read();
        foreach ((string id, string sha256) in connection.Query<(string, string)>("SELECT id, sha256 FROM submission ORDER BY id"))
            if (!blobs.Has(sha256))
                missing.Add($"the file of submission {id} (SHA-256 {sha256})");
        foreach (string contest in connection.Query<string>("SELECT DISTINCT contest FROM entry ORDER BY contest"))
        {
            if (!Directory.Exists(board.Challenge(contest)))
                missing.Add($"the challenge's folder of {contest}");
            else if (!Directory.Exists(Path.Combine(board.Challenge(contest), "secret")))
                missing.Add($"the answers of {contest}: put secret/ back from a backup made --with-secrets");
        }
        if (!Directory.EnumerateFiles(board.Keys).Any())
            missing.Add("the keys: everybody signs in again, and receipts are signed with a new one");
        return missing;
    }

    private static BackupReport CopyBlobs(string from, string to)
    {
        (long blobs, long bytes, long copied) = (0, 0, 0);
        foreach (string file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            if (file.EndsWith(".part", StringComparison.Ordinal))
                continue;
            string copy = Path.Combine(to, Path.GetRelativePath(from, file));
            long size = new FileInfo(file).Length;
            (blobs, bytes) = (blobs + 1, bytes + size);
            if (File.Exists(copy) && new FileInfo(copy).Length == size)
                continue;
            CopyWhole(file, copy);
            copied++;
        }
        return new BackupReport(blobs, bytes, copied);
    }

    private static void CopyTree(string from, string to, Func<string, bool> wanted)
    {
        foreach (string file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
            if (wanted(file))
                CopyWhole(file, Path.Combine(to, Path.GetRelativePath(from, file)));
    }

    // Under another name first: a copy that was cut short is not taken for a whole one.
    private static void CopyWhole(string file, string copy)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
        File.Copy(file, copy + ".part", overwrite: true);
        File.Move(copy + ".part", copy, overwrite: true);
    }

    private static bool IsSecret(string challenges, string file)
    {
        string[] parts = Path.GetRelativePath(challenges, file).Split(Path.DirectorySeparatorChar);
        return parts.Length > 1 && parts[1] == "secret";
    }
}
