using Evaluator.Board.Contests;
using Evaluator.Board.People;
using Evaluator.Board.Refusals;

namespace Evaluator.Board.Organising;

/// <summary>What organisers do about people: inviting, roles, lost passwords. Each is noted.</summary>
internal sealed class PeopleDesk(Accounts accounts, Invitations invitations, ContestShelf shelf, AuditLog audit)
{
    private const int LeastCodeLength = 8;

    public Outcome<string> Invite(Visitor visitor, NewInvitation wanted)
    {
        string? contest = string.IsNullOrEmpty(wanted.Contest) ? null : wanted.Contest;
        string note = (wanted.Note ?? "").Trim();
        if (Fault(wanted, contest, note) is { } fault)
            return fault;
        TimeSpan lifetime = TimeSpan.FromDays(wanted.Days);
        string? code = string.IsNullOrWhiteSpace(wanted.Code)
            ? invitations.Make(wanted.Role!, contest, note, wanted.Uses, lifetime, visitor.AccountId)
            : invitations.MakeEventCode(wanted.Code.Trim(), contest!, wanted.Uses, lifetime, visitor.AccountId!);
        if (code is null)
            return Refusal.Conflict("This code was used before. Choose another one.");
        audit.Note(visitor, contest, "invite", $"{wanted.Role}, {wanted.Uses} uses, {wanted.Days} days");
        return code;
    }

    public Refusal? Revoke(Visitor visitor, string sha256)
    {
        if (!invitations.Revoke(sha256))
            return Refusal.NotFound("There is no such invitation that could be revoked.");
        audit.Note(visitor, null, "revoke-invitation", sha256[..12]);
        return null;
    }

    public Refusal? SetRole(Visitor visitor, string account, string? role)
    {
        if (role is not (Roles.Organiser or Roles.Competitor))
            return Refusal.Invalid($"A role is organiser or competitor; found \"{role}\".");
        if (accounts.Find(account) is not { } known)
            return Refusal.NotFound("There is no such person.");
        if (role == Roles.Competitor && known.IsOrganiser && accounts.All().Count(other => other.IsOrganiser) == 1)
            return Refusal.Conflict("This is the last organiser. Make another one first.");
        accounts.SetRole(account, role);
        audit.Note(visitor, null, "role", $"{account} is {role} now");
        return null;
    }

    /// <returns>The new password; sessions of the old one have ended.</returns>
    public Outcome<string> ResetPassword(Visitor visitor, string account)
    {
        if (accounts.Find(account) is not { } known)
            return Refusal.NotFound("There is no such person.");
        string password = Secret.New()[..16];
        accounts.SetPassword(known, password);
        audit.Note(visitor, null, "reset-password", account);
        return password;
    }

    private Refusal? Fault(NewInvitation wanted, string? contest, string note)
    {
        if (wanted.Role is not (Roles.Organiser or Roles.Competitor))
            return Refusal.Invalid($"A role is organiser or competitor; found \"{wanted.Role}\".");
        if (contest is not null && shelf.Find(contest) is null)
            return Refusal.NotFound($"There is no contest \"{contest}\".");
        if (wanted.Uses is < 1 or > 10_000 || wanted.Days is < 1 or > 366)
            return Refusal.Invalid("An invitation makes 1 to 10,000 accounts within 1 to 366 days.");
        if (note.Length > 100 || note.Any(char.IsControl))
            return Refusal.Invalid("A note is one line of at most 100 characters.");
        if (string.IsNullOrWhiteSpace(wanted.Code))
            return null;
        string code = wanted.Code.Trim();
        if (code.Length < LeastCodeLength || code.Length > 60 || code.Any(letter => !char.IsAsciiLetterOrDigit(letter) && letter != '-'))
            return Refusal.Invalid($"A code of your own has {LeastCodeLength} to 60 letters, digits and hyphens: people type it.");
        return wanted.Role == Roles.Organiser || contest is null
            ? Refusal.Invalid("A code of your own is for competitors of one contest.")
            : null;
    }
}
