using Evaluator.Board.Contests;
using Evaluator.Board.Journals;
using Evaluator.Board.Refusals;
using Evaluator.Board.Store;
using Evaluator.Board.Texts;
using Evaluator.Challenges;
using Evaluator.Challenges.Reading;
using Evaluator.Challenges.Tables;

namespace Evaluator.Board.Tables;

/// <summary>
/// Judges what is handed in to table contests, in this process and before it is accepted: no foreign code runs, and it takes
/// milliseconds.
/// </summary>
internal sealed class TableDesk(TableJudges judges, Blobs blobs)
{
    /// <summary>Says of a stored table what the log will hold, or why it is refused. Of a contest without tables: null.</summary>
    public Outcome<JudgedTable>? Judge(RunningContest contest, string phaseName, StoredBlob blob)
    {
        if (contest.Challenge.Kind != ChallengeKind.Table || contest.Live.Phase(phaseName) is not { } phase)
            return null;
        try
        {
            TableJudge judge = judges.Of(contest)!;
            using FileStream content = blobs.Open(blob.Sha256)!;
            TableJudgement judgement = judge.Judge(content, withRows: phase.Release == Release.Ladder);
            return judgement.IsAccepted ? new JudgedTable(phase, judgement)
                : (Outcome<JudgedTable>)Refused(judgement, Words.Of(contest.Challenge));
        }
        catch (ChallengeFaultsException)
        {
            return new Refusal(StatusCodes.Status503ServiceUnavailable, "not-ready", Words.Of(contest.Challenge).AnswersUnreadable);
        }
    }

    /// <summary>
    /// Judges submissions again, against the answers as they are now: what the log will hold of a new generation. One that is refused by
    /// corrected answers has no score in it.
    /// </summary>
    /// <exception cref="ChallengeFaultsException">The answers can't be used.</exception>
    public IReadOnlyList<Draft> Again(RunningContest contest, IReadOnlyList<string> submissions, int generation)
    {
        List<Draft> entries = [];
        TableJudge judge = judges.Of(contest)!;
        foreach (SubmissionSoFar submission in submissions.Select(id => contest.Live.Submission(id)!))
        {
            Phase phase = contest.Live.Phase(submission.Accepted.Phase)!;
            using FileStream content = blobs.Open(submission.Accepted.Content.ToString())!;
            TableJudgement judgement = judge.Judge(content, withRows: phase.Release == Release.Ladder);
            JudgedTable judged = new(phase, judgement);
            entries.AddRange(judgement.IsAccepted
                ? judged.Entries(submission.Id, submission.Accepted.Content, generation)
                : [JudgedTable.WithoutScore(submission.Id, submission.Set, generation)]);
        }
        return entries;
    }

    /// <summary>What a table of this contest has to look like; null where none are handed in, or the answers can't be used.</summary>
    public TableForm? FormOf(RunningContest contest)
    {
        try
        {
            return judges.Of(contest)?.Form;
        }
        catch (ChallengeFaultsException)
        {
            return null;
        }
    }

    private static Refusal Refused(TableJudgement judgement, Words words)
    {
        IEnumerable<string> faults = judgement.Faults.Select(fault =>
            fault.First.Count == 0 ? fault.Message : $"{fault.Message} {string.Join("; ", fault.First)}{More(fault, words)}");
        return Refusal.Invalid($"{string.Join("\n", faults)}\n{words.NothingCharged}");
    }

    private static string More(TableFault fault, Words words) =>
        fault.Count > fault.First.Count ? words.More(fault.Count - fault.First.Count) : ".";
}
