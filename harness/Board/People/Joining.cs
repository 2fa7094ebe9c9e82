using Evaluator.Board.Folder;
using Evaluator.Board.Refusals;
using Evaluator.Board.Store;

namespace Evaluator.Board.People;

/// <summary>How an account comes to be.</summary>
internal sealed class Joining(Database database, Accounts accounts, Invitations invitations, BoardSettings settings)
{
    public static readonly Refusal NoSuchCode = Refusal.NotFound(
        "This code is unknown, used up, revoked or expired. Ask the organisers for a new link.");

    public Outcome<Account> ByInvitation(Invitation invitation, string? handle, string? password)
    {
        if (Fault(handle, password) is { } fault)
            return fault;
        // Either both, or neither: a name that is taken leaves the link as it was.
        return database.Write<Outcome<Account>>(transaction =>
        {
            Account? account = accounts.Make(transaction, handle!, password!, invitation.Role);
            if (account is null)
                return Taken(handle!);
            if (!invitations.Use(transaction, invitation))
            {
                Accounts.Remove(transaction, account.Id);
                return NoSuchCode;
            }
            return account;
        });
    }

    /// <summary>Open sign-up; whoever calls this has looked whether the board has an open contest.</summary>
    public Outcome<Account> Open(string? handle, string? password)
    {
        if (Fault(handle, password) is { } fault)
            return fault;
        Account? account = database.Write(transaction => accounts.Make(transaction, handle!, password!, Roles.Competitor));
        return account is null ? Taken(handle!) : account;
    }

    private static Refusal Taken(string handle) =>
        Refusal.Conflict($"\"{Name.Tidy(handle)}\", or a name that looks like it, is taken. Choose another one.");

    private Refusal? Fault(string? handle, string? password)
    {
        if (Name.Fault(handle) is { } name)
            return Refusal.Invalid(name);
        if (Accounts.PasswordFault(password) is { } weak)
            return Refusal.Invalid(weak);
        return accounts.Count() >= settings.MaxAccounts
            ? Refusal.Conflict("This board has all the accounts that it takes. Ask the organisers.") : null;
    }
}
