using System.Data.Common;
using Dapper;
using Evaluator.Board.Store;

namespace Evaluator.Board.Submissions;

/// <summary>The rows of submissions: file names and remarks, which are people's and erasable.</summary>
internal sealed class SubmissionRows(Database database)
{
    public const int PageSize = 100;

    private const string Columns = """
        id AS Id, contest AS Contest, seq AS Seq, phase AS Phase, team AS Team, account AS Account, file_name AS FileName, remark AS Remark,
        sha256 AS Sha256, bytes AS Bytes, format AS Format, received AS Received
        """;

    public SubmissionRow? Find(string id)
    {
        using DbConnection connection = database.Read();
        return connection.QuerySingleOrDefault<SubmissionRow>($"SELECT {Columns} FROM submission WHERE id = @id", new { id });
    }

    /// <summary>A team's submissions, the newest first.</summary>
    public IReadOnlyList<SubmissionRow> OfTeam(string contest, string team)
    {
        using DbConnection connection = database.Read();
        return connection.Query<SubmissionRow>(
            $"SELECT {Columns} FROM submission WHERE contest = @contest AND team = @team ORDER BY seq DESC", new { contest, team })
            .AsList();
    }

    /// <summary>All submissions of a contest, the oldest first; read in pages as they are asked for.</summary>
    public IEnumerable<SubmissionRow> Of(string contest)
    {
        IReadOnlyList<SubmissionRow> page;
        (long seq, string id) = (-1, "");
        do
        {
            page = After(contest, seq, id);
            foreach (SubmissionRow row in page)
                yield return row;
            (seq, id) = page.Count == 0 ? (seq, id) : (page[^1].Seq, page[^1].Id);
        }
        while (page.Count == PageSize);
    }

    private IReadOnlyList<SubmissionRow> After(string contest, long seq, string id)
    {
        using DbConnection connection = database.Read();
        return connection.Query<SubmissionRow>($"""
            SELECT {Columns} FROM submission WHERE contest = @contest AND (seq, id) > (@seq, @id) ORDER BY seq, id LIMIT @PageSize
            """, new { contest, seq, id, PageSize }).AsList();
    }

    /// <summary>A page of all submissions of a contest, the newest first; with words, those whose id, file, remark, hash or team's name has
    /// all of them.</summary>
    public IReadOnlyList<SubmissionRow> Search(string contest, string? words, string? phase, int page)
    {
        string[] parts = (words ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        DynamicParameters parameters = new(new { contest, phase, limit = PageSize, offset = (long)(page - 1) * PageSize });
        string where = "contest = @contest AND (@phase IS NULL OR phase = @phase)";
        for (int part = 0; part < parts.Length && part < 8; part++)
        {
            parameters.Add($"word{part}", $"%{Escaped(parts[part].ToLowerInvariant())}%");
            where += $" AND (LOWER(id || ' ' || file_name || ' ' || remark || ' ' || sha256 || ' ' || (SELECT name FROM team WHERE "
                + $"team.id = submission.team)) LIKE @word{part} ESCAPE '!')";
        }
        using DbConnection connection = database.Read();
        return connection.Query<SubmissionRow>(
            $"SELECT {Columns} FROM submission WHERE {where} ORDER BY seq DESC LIMIT @limit OFFSET @offset", parameters).AsList();
    }

    /// <summary>A person's remarks and file names go; what was handed in stays the team's.</summary>
    public static void Erase(DbTransaction transaction, string account) => transaction.Connection!.Execute(
        "UPDATE submission SET remark = '', file_name = 'erased.' || format WHERE account = @account", new { account }, transaction);

    private static string Escaped(string word) => word.Replace("!", "!!").Replace("%", "!%").Replace("_", "!_");
}
