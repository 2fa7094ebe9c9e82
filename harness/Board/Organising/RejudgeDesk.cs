using System.Data.Common;
using Dapper;
using Evaluator.Board.Contests;
using Evaluator.Board.Folder;
using Evaluator.Board.Journals;
using Evaluator.Board.People;
using Evaluator.Board.Refusals;
using Evaluator.Board.Store;
using Evaluator.Board.Tables;
using Evaluator.Board.Work;
using Evaluator.Challenges.Reading;
using Evaluator.Standings.Contests;
using Evaluator.Standings.Log.Bodies;
using Evaluator.Standings.Rejudging;
using Evaluator.Standings.Sealing;

namespace Evaluator.Board.Organising;

/// <summary>Rejudge sets: made, previewed, then applied or cancelled. Until then nobody but the organisers knows.</summary>
internal sealed class RejudgeDesk(
    Journal journal, Database database, WorkOrders orders, Evaluations evaluations, WorkQueue queue, TableDesk tables, AuditLog audit,
    TimeProvider clock)
{
    private const int Most = 1000;

    private const string Columns =
        "id AS Id, contest AS Contest, generation AS Generation, reason AS Reason, made_by AS MadeBy, created AS Created, state AS State";

    /// <summary>Makes a set and queues its evaluations.</summary>
    /// <returns>The set's id.</returns>
    public Outcome<string> Make(Visitor visitor, RunningContest contest, IReadOnlyList<string> submissions, string? reason)
    {
        Outcome<SealedText> said = ContestDesk.Reason(reason);
        if (said.IsRefused)
            return said.Refusal;
        if (submissions.Count is 0 or > Most || submissions.Any(id => id is null || contest.Live.Submission(id) is null))
            return Refusal.Invalid($"Name 1 to {Most:N0} submissions of this contest.");
        int generation = contest.Live.Ask(fold => fold.NextGeneration(submissions));
        try
        {
            return contest.Challenge.Table is null
                ? Queue(visitor, contest, [.. submissions.Distinct()], generation, said.Value.Text)
                : JudgeTables(visitor, contest, [.. submissions.Distinct()], generation, said.Value.Text);
        }
        catch (Exception lacking) when (lacking is BoardFolderException or ChallengeFaultsException)
        {
            return Refusal.Conflict($"Nothing can be evaluated now: {lacking.Message}");
        }
    }

    /// <summary>
    /// Tables need no queue: a set whose answers were corrected (`board add` again) is judged at once, and waits to be applied.
    /// </summary>
    private string JudgeTables(Visitor visitor, RunningContest contest, IReadOnlyList<string> submissions, int generation, string reason)
    {
        string set = Secret.Id('r');
        IReadOnlyList<Draft> judged = tables.Again(contest, submissions, generation);
        journal.Append(contest.Name, (_, transaction) =>
        {
            Keep(transaction, visitor, contest, set, submissions, generation, reason);
            return judged;
        });
        return set;
    }

    private string Queue(Visitor visitor, RunningContest contest, IReadOnlyList<string> submissions, int generation, string reason)
    {
        string set = Secret.Id('r');
        database.Write(transaction =>
        {
            Keep(transaction, visitor, contest, set, submissions, generation, reason);
            foreach (string submission in submissions)
                if (orders.Of(contest, submission, contest.Live.Submission(submission)!.Set, null, generation) is { } evaluation)
                    evaluations.Add(transaction, evaluation);
        });
        queue.Wake();
        return set;
    }

    private void Keep(
        DbTransaction transaction, Visitor visitor, RunningContest contest, string set, IReadOnlyList<string> submissions, int generation,
            string reason)
    {
        DbConnection connection = transaction.Connection!;
        connection.Execute(
            "INSERT INTO rejudge (id, contest, generation, reason, made_by, created, state) VALUES (@set, @Name, @generation, "
            + "@reason, @AccountId, @now, 'open')",
            new { set, contest.Name, generation, reason, visitor.AccountId, now = clock.Now() }, transaction);
        foreach (string submission in submissions)
            connection.Execute("INSERT INTO rejudge_submission (rejudge, submission) VALUES (@set, @submission)", new { set, submission },
                transaction);
        audit.Note(transaction, visitor, contest.Name, "rejudge", $"{set}: {submissions.Count} submissions as generation {generation}");
    }

    public IReadOnlyList<RejudgeSet> All(string contest)
    {
        using DbConnection connection = database.Read();
        return [.. connection.Query<RejudgeSet>(
            $"SELECT {Columns} FROM rejudge WHERE contest = @contest ORDER BY created DESC", new { contest })
            .Select(set => set with { Submissions = connection.Query<string>(
                "SELECT submission FROM rejudge_submission WHERE rejudge = @Id ORDER BY submission", new { set.Id }).AsList() })];
    }

    /// <summary>The submissions of a set that have no result of its generation yet.</summary>
    public static IReadOnlyList<string> Missing(LiveContest contest, RejudgeSet set) =>
        contest.Ask(fold => fold.Missing(set.Submissions, (int)set.Generation));

    /// <summary>The rank changes in each phase, were the set applied now; of one that is applied, were it taken back.</summary>
    public static IReadOnlyList<(string Phase, IReadOnlyList<RankChange> Changes)> Preview(LiveContest contest, RejudgeSet set) =>
        contest.Ask<IReadOnlyList<(string, IReadOnlyList<RankChange>)>>(fold =>
            [.. fold.Phases.Select(phase => (phase.Settings.Title, set.State == RejudgeSet.Applied
                ? fold.PreviewWithout(phase, set.Submissions, set.Id, (int)set.Generation)
                : fold.Preview(phase, set.Submissions, (int)set.Generation)))
                .Where(pair => pair.Item2.Count > 0)]);

    public Refusal? Apply(Visitor visitor, LiveContest contest, string id)
    {
        if (Find(contest, id) is not { State: RejudgeSet.Open } set)
            return NoOpenSet;
        IReadOnlyList<string> missing = Missing(contest, set);
        if (missing.Count > 0)
            return Refusal.Conflict($"{missing.Count} of {set.Submissions.Count} have no new result yet. Wait, or cancel the set.");
        return Append(visitor, contest, set, RejudgeSet.Applied, SealedText.Fresh(set.Reason)) ? null : NoOpenSet;
    }

    /// <summary>
    /// An applied set stops to count, by another entry: the results of before are shown again. The set is open as before it was applied.
    /// </summary>
    public Refusal? TakeBack(Visitor visitor, LiveContest contest, string id, string? reason)
    {
        Outcome<SealedText> said = ContestDesk.Reason(reason);
        if (said.IsRefused)
            return said.Refusal;
        return Find(contest, id) is { State: RejudgeSet.Applied } set && Append(visitor, contest, set, RejudgeSet.Open, said.Value)
            ? null
            : Refusal.NotFound("There is no such applied rejudge set.");
    }

    /// <returns>False where somebody else was first; then nothing is appended.</returns>
    private bool Append(Visitor visitor, LiveContest contest, RejudgeSet set, string state, SealedText reason)
    {
        bool isBack = state == RejudgeSet.Open;
        return journal.Append(contest.Name, (_, transaction) =>
        {
            if (!Settle(transaction, set.Id, set.State, state))
                return [];
            audit.Note(transaction, visitor, contest.Name, isBack ? "rejudge-taken-back" : "rejudge-applied", set.Id);
            RejudgeApplied entry = new(set.Id, (int)set.Generation, set.Submissions, reason.Seal, isBack ? false : null);
            return [new Draft(visitor.AccountId!, entry, [reason], visitor.AccountId)];
        }).Count > 0;
    }

    public Refusal? Cancel(Visitor visitor, LiveContest contest, string id) => database.Write(transaction =>
    {
        if (Find(contest, id) is not { } set || !Settle(transaction, id, RejudgeSet.Open, RejudgeSet.Cancelled))
            return NoOpenSet;
        foreach (string submission in set.Submissions)
            evaluations.Drop(transaction, submission, (int)set.Generation);
        audit.Note(transaction, visitor, contest.Name, "rejudge-cancelled", id);
        return null;
    });

    private static readonly Refusal NoOpenSet = Refusal.NotFound("There is no such open rejudge set.");

    /// <summary>A set of a contest; null where there is none of that id.</summary>
    public RejudgeSet? Find(LiveContest contest, string id) => All(contest.Name).FirstOrDefault(set => set.Id == id);

    private static bool Settle(DbTransaction transaction, string id, string from, string to) => transaction.Connection!.Execute(
        "UPDATE rejudge SET state = @to WHERE id = @id AND state = @from", new { id, from, to }, transaction) == 1;
}
