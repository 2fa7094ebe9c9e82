using System.Data.Common;
using System.Text;
using Dapper;
using Evaluator.Board.Store;

namespace Evaluator.Board.Submissions;

/// <summary>What the queue knows of a submission beside the log: whether a worker has it, why it was rejected, and what the worker says may
/// be shown of its cases.</summary>
internal sealed class EvaluationStatus(Database database, Blobs blobs)
{
    private const int LongestReport = 256 * 1024;

    public bool IsRunning(string submission)
    {
        using DbConnection connection = database.Read();
        return connection.ExecuteScalar<long>("""
            SELECT COUNT(*) FROM job JOIN evaluation ON evaluation.id = job.evaluation
            WHERE evaluation.submission = @submission AND evaluation.state = 'open' AND job.state <> 'waiting'
            """, new { submission }) > 0;
    }

    /// <summary>Why nothing of it can run, in words for the competitor; null where it can.</summary>
    public string? Rejection(string submission)
    {
        using DbConnection connection = database.Read();
        return connection.QueryFirstOrDefault<string>(
            "SELECT rejection FROM evaluation WHERE submission = @submission AND profile IS NULL AND rejection IS NOT NULL ORDER BY "
            + "generation DESC", new { submission });
    }

    /// <summary>The PublicView that the worker posted beside the summary, as JSON; null while there is none.</summary>
    public string? PublicReport(string submission)
    {
        using DbConnection connection = database.Read();
        string? sha256 = connection.QueryFirstOrDefault<string>("""
            SELECT run_file.sha256 FROM run_file JOIN evaluation ON evaluation.id = run_file.evaluation
            WHERE evaluation.submission = @submission AND evaluation.generation = 0 AND evaluation.profile IS NULL AND run_file.name =
            'public.json'
            """, new { submission });
        using FileStream? content = sha256 is null ? null : blobs.Open(sha256);
        if (content is null)
            return null;
        byte[] bytes = new byte[Math.Min(content.Length, LongestReport)];
        content.ReadExactly(bytes);
        return Encoding.UTF8.GetString(bytes);
    }
}
