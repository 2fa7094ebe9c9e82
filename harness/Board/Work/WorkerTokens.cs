using Evaluator.Board.Folder;
using Evaluator.Board.People;

namespace Evaluator.Board.Work;

/// <summary>Tokens of workers: of nobody's account, and good for work alone.</summary>
internal static class WorkerTokens
{
    /// <summary>The worker that `evaluator board serve` starts beside the web process.</summary>
    private const string Embedded = "embedded";

    /// <returns>The secret, which nobody can read again.</returns>
    public static string Make(Tokens tokens, string name) => tokens.Make(null, name, Scopes.Work, Tokens.MostLifetime);

    /// <summary>Leaves a token for the worker beside the web process; the one of the last start is kept while it is good.</summary>
    public static void RequireEmbedded(Tokens tokens, BoardFolder folder)
    {
        string file = folder.WorkerTokenFile;
        if (File.Exists(file) && tokens.Find(File.ReadAllText(file).Trim()) is { Scope: Scopes.Work })
            return;
        File.Delete(file);
        using (FileStream made =
            new(file, new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.Write,
                UnixCreateMode = UnixFileMode.UserRead
                | UnixFileMode.UserWrite
            }))
        using (StreamWriter text = new(made))
            text.WriteLine(Make(tokens, Embedded));
    }
}
