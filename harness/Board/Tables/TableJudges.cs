using System.Collections.Concurrent;
using Evaluator.Board.Contests;
using Evaluator.Challenges;
using Evaluator.Challenges.Reading;
using Evaluator.Challenges.Tables;

namespace Evaluator.Board.Tables;

/// <summary>
/// The judges of the table contests. Answers are read at the first table that comes, and again when their file or the definition has
/// changed.
/// </summary>
internal sealed class TableJudges(ILogger<TableJudges> log)
{
    private readonly ConcurrentDictionary<string, (DateTime Written, Lazy<TableJudge> Judge)> judges = new(StringComparer.Ordinal);

    /// <summary>The judge of a contest; null where no tables are handed in to it.</summary>
    /// <exception cref="ChallengeFaultsException">Its answers can't be used: a fault of the organisers', and said in the log.</exception>
    public TableJudge? Of(RunningContest contest)
    {
        if (contest.Challenge.Table is not { } task)
            return null;
        string definition = Path.Combine(contest.Folder.Path, ChallengeFolder.Definition), answers = contest.Folder.SecretOf(task.Answers);
        DateTime written = new(Math.Max(File.GetLastWriteTimeUtc(definition).Ticks, File.GetLastWriteTimeUtc(answers).Ticks));
        (DateTime Written, Lazy<TableJudge> Judge) known = judges.AddOrUpdate(contest.Name,
            _ => (written, Opening(contest.Challenge, answers)),
            (_, old) => old.Written == written ? old : (written, Opening(contest.Challenge, answers)));
        try
        {
            return known.Judge.Value;
        }
        catch (ChallengeFaultsException unusable)
        {
            log.LogError("The answers of {Contest} can't be used, so nothing is judged: {Faults}", contest.Name, unusable.Message);
            throw;
        }
    }

    // Two tables that come at once read the answers once. What went wrong stays wrong until a file changes.
    private static Lazy<TableJudge> Opening(Challenge challenge, string answers) => new(() =>
    {
        using FileStream bytes = File.OpenRead(answers);
        return TableJudge.Open(challenge, bytes);
    });
}
