using System.Data.Common;
using Dapper;
using Evaluator.Board.Store;

namespace Evaluator.Board.Commits;

/// <summary>The rows of submissions that are commits, with the log of each.</summary>
internal sealed class SourceRows(Database database)
{
    private const string Columns = """
        submission AS Submission, contest AS Contest, team AS Team, repository AS Repository, url AS Url, commit_id AS CommitId, ref AS Ref,
        previous AS Previous, changes_sha256 AS ChangesSha256
        """;

    private const string CommitColumns = """
        submission AS Submission, place AS Place, commit_id AS CommitId, author_name AS AuthorName, author_mail AS AuthorMail,
        written AS Written, subject AS Subject
        """;

    /// <returns>Null where the submission is no commit.</returns>
    public Source? Find(string submission)
    {
        using DbConnection connection = database.Read();
        return connection.QuerySingleOrDefault<Source>($"SELECT {Columns} FROM source WHERE submission = @submission", new { submission });
    }

    /// <summary>The log of a submission, the newest first: what came since the one before it.</summary>
    public IReadOnlyList<SourceCommit> CommitsOf(string submission)
    {
        using DbConnection connection = database.Read();
        return connection.Query<SourceCommit>(
            $"SELECT {CommitColumns} FROM source_commit WHERE submission = @submission ORDER BY place", new { submission }).AsList();
    }

    /// <summary>The commit of the newest submission of a repository to a phase; null for none.</summary>
    public string? NewestOf(string repository, string phase)
    {
        using DbConnection connection = database.Read();
        return connection.QueryFirstOrDefault<string>("""
            SELECT source.commit_id FROM source JOIN submission ON submission.id = source.submission
            WHERE source.repository = @repository AND submission.phase = @phase ORDER BY submission.seq DESC LIMIT 1
            """, new { repository, phase });
    }

    /// <summary>The submission to a phase that a repository's commit is; null for none.</summary>
    public string? SubmissionOf(string repository, string phase, string commit)
    {
        using DbConnection connection = database.Read();
        return connection.QueryFirstOrDefault<string>("""
            SELECT source.submission FROM source JOIN submission ON submission.id = source.submission
            WHERE source.repository = @repository AND submission.phase = @phase AND source.commit_id = @commit
            """, new { repository, phase, commit });
    }

    /// <summary>The submissions of a contest that are one of these commits: the newest of each.</summary>
    public IReadOnlyDictionary<string, string> SubmissionsOf(string contest, IReadOnlyList<string> commits)
    {
        using DbConnection connection = database.Read();
        Dictionary<string, string> found = new(StringComparer.Ordinal);
        TextList wanted = new(commits);
        wanted.Values.Add("contest", contest);
        foreach ((string commit, string submission) in connection.Query<(string, string)>($"""
            SELECT source.commit_id, source.submission FROM source JOIN submission ON submission.id = source.submission
            WHERE source.contest = @contest AND source.commit_id IN {wanted.Sql} ORDER BY submission.seq
            """, wanted.Values))
            found[commit] = submission;
        return found;
    }

    public static void Add(DbTransaction transaction, Source source, IReadOnlyList<SourceCommit> commits)
    {
        transaction.Connection!.Execute("""
            INSERT INTO source (submission, contest, team, repository, url, commit_id, ref, previous, changes_sha256)
            VALUES (@Submission, @Contest, @Team, @Repository, @Url, @CommitId, @Ref, @Previous, @ChangesSha256)
            """, source, transaction);
        transaction.Connection!.Execute("""
            INSERT INTO source_commit (submission, place, commit_id, author_name, author_mail, written, subject)
            VALUES (@Submission, @Place, @CommitId, @AuthorName, @AuthorMail, @Written, @Subject)
            """, commits, transaction);
    }
}
