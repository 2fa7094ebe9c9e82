namespace Evaluator.Board.Folder;

/// <summary>
/// A board's folder: settings, database, blobs, keys, challenges. All that a board is lies in it; copied while nothing runs it is the same
/// board elsewhere.
/// </summary>
internal sealed class BoardFolder
{
    private BoardFolder(string path) => Root = path;

    public string Root { get; }

    public string SettingsFile => Path.Combine(Root, "board.json");

    /// <summary>The database of SQLite; a board on PostgreSQL has none.</summary>
    public string DatabaseFile => Path.Combine(Root, "board.db");

    /// <summary>What was handed in, by SHA-256.</summary>
    public string Blobs => Path.Combine(Root, "blobs");

    /// <summary>Data-protection keys: without them every restart would sign everybody out.</summary>
    public string Keys => Path.Combine(Root, "keys");

    /// <summary>The secret of the worker beside the web process.</summary>
    public string WorkerTokenFile => Path.Combine(Keys, "worker.token");

    /// <summary>One folder a contest, copied when it was added.</summary>
    public string Challenges => Path.Combine(Root, "challenges");

    public string Challenge(string contest) => Path.Combine(Challenges, contest);

    /// <summary>Opens a board's folder.</summary>
    /// <exception cref="BoardFolderException">It is none.</exception>
    public static BoardFolder Open(string path)
    {
        BoardFolder folder = new(Path.GetFullPath(path));
        if (!File.Exists(folder.SettingsFile))
            throw new BoardFolderException($"{path} is no board's folder: it has no board.json. `evaluator board new {path}` makes one.");
        return folder;
    }

    /// <summary>Makes a board's folder with its settings; the database comes with its first opening.</summary>
    /// <exception cref="BoardFolderException">Something is there already.</exception>
    public static BoardFolder Make(string path, BoardSettings settings)
    {
        BoardFolder folder = new(Path.GetFullPath(path));
        if (Directory.Exists(folder.Root) && Directory.EnumerateFileSystemEntries(folder.Root).Any())
            throw new BoardFolderException($"{path} is not empty; a new board wants a folder of its own.");
        Directory.CreateDirectory(folder.Root);
        foreach (string room in (string[])[folder.Blobs, folder.Challenges])
            Directory.CreateDirectory(room);
        Directory.CreateDirectory(folder.Keys, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        folder.Keep(settings);
        return folder;
    }

    /// <summary>Writes the board's settings, whole or not at all. An address may hold a password: then the file is its owner's
    /// alone.</summary>
    public void Keep(BoardSettings settings)
    {
        string part = SettingsFile + ".part";
        File.WriteAllText(part, settings.ToJson());
        if (settings.Database is not null)
            File.SetUnixFileMode(part, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.Move(part, SettingsFile, overwrite: true);
    }
}
