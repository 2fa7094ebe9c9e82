using System.Collections.Concurrent;
using System.Data.Common;
using Dapper;
using Evaluator.Board.Store;
using Evaluator.Standings.Sealing;

namespace Evaluator.Board.Journals;

/// <summary>The texts behind seals, kept apart from the log.</summary>
internal sealed class Seals(Database database)
{
    // Results are opened again and again by folds, and never change; what people may have erased is asked for each time.
    private readonly ConcurrentDictionary<Digest, string> results = [];

    public static void Keep(DbTransaction transaction, string contest, string? owner, IReadOnlyList<SealedText> texts)
    {
        foreach (SealedText text in texts)
            transaction.Connection!.Execute(
                "INSERT INTO seal (seal, salt, text, contest, owner) VALUES (@seal, @salt, @Text, @contest, @owner) ON CONFLICT "
                + "(seal) DO NOTHING",
                new { seal = text.Seal.ToString(), salt = Convert.ToHexStringLower(text.Salt), text.Text, contest, owner }, transaction);
    }

    /// <summary>The text behind a seal; null where it was erased, or is not known.</summary>
    public string? Open(Digest seal)
    {
        if (results.TryGetValue(seal, out string? known))
            return known;
        using DbConnection connection = database.Read();
        (string Text, string? Owner) row = connection.QuerySingleOrDefault<(string, string?)>(
            "SELECT text, owner FROM seal WHERE seal = @seal", new { seal = seal.ToString() });
        if (row.Text is not null && row.Owner is null)
            results[seal] = row.Text;
        return row.Text;
    }

    /// <summary>Reads all results of a contest in one go. A rebuild opens every one of them, and would ask for
    /// each by itself.</summary>
    public void Fetch(string contest, DbConnection connection, DbTransaction? transaction)
    {
        foreach ((string seal, string text) in connection.Query<(string, string)>(
            "SELECT seal, text FROM seal WHERE contest = @contest AND owner IS NULL", new { contest }, transaction, buffered: false))
            results[Digest.Parse(seal)] = text;
    }

    /// <summary>Texts with their salts, those of them that are still there; what may be given out is the caller's to say.</summary>
    public IReadOnlyList<SealedText> Opened(string contest, IReadOnlyList<Digest> seals)
    {
        Dictionary<string, SealedText> known = Rows(contest).ToDictionary(row => row.Seal, row => row.Text);
        return [.. seals.Select(seal => known.GetValueOrDefault(seal.ToString())).OfType<SealedText>()];
    }

    /// <summary>All texts of a contest that are still there: results, names, remarks, reasons. For organisers alone.</summary>
    public IReadOnlyList<SealedText> All(string contest) => [.. Rows(contest).Select(row => row.Text)];

    private List<(string Seal, SealedText Text)> Rows(string contest)
    {
        using DbConnection connection = database.Read();
        return [.. connection.Query<(string Seal, string Salt, string Text)>(
            "SELECT seal, salt, text FROM seal WHERE contest = @contest ORDER BY seal", new { contest })
            .Select(row => (row.Seal, new SealedText(Convert.FromHexString(row.Salt), row.Text)))];
    }

    /// <summary>Erases the texts of a person; their seals stay in the log and say no more.</summary>
    public static void Erase(DbTransaction transaction, string owner) =>
        transaction.Connection!.Execute("DELETE FROM seal WHERE owner = @owner", new { owner }, transaction);
}
