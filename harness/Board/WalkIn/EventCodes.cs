using System.Data.Common;
using Dapper;
using Evaluator.Board.People;
using Evaluator.Board.Refusals;
using Evaluator.Board.Store;
using Evaluator.Board.Texts;

namespace Evaluator.Board.WalkIn;

/// <summary>The code on the wall of a walk-in contest. It is asked for as soon as an organiser has made one; without one, whoever reaches
/// the board may walk in.</summary>
internal sealed class EventCodes(Database database, Invitations invitations, TimeProvider clock)
{
    /// <summary>Whether new teams of a contest need a code: also after the last one has expired or was revoked.</summary>
    public bool IsAsked(string contest)
    {
        using DbConnection connection = database.Read();
        return connection.ExecuteScalar<long>("SELECT COUNT(*) FROM invitation WHERE contest = @contest AND role = @role", new
        {
            contest,
            role = Roles.Competitor
        }) > 0;
    }

    /// <summary>The invitation behind a code; null where it is none of this contest that can be used.</summary>
    public Invitation? Find(string contest, string? code) =>
        string.IsNullOrWhiteSpace(code) || invitations.Find(code.Trim()) is not { } found || found.Contest != contest
        || !found.IsUsable(clock.Now()) ? null : found;

    public Refusal? Fault(string contest, string? code, Words words) =>
        IsAsked(contest) && Find(contest, code) is null ? Refusal.Forbidden(words.UnknownCode) : null;
}
