using System.Data.Common;
using Dapper;
using Evaluator.Board.People;
using Evaluator.Board.Refusals;
using Evaluator.Board.Store;
using Evaluator.Standings.Log;
using Evaluator.Standings.Profiles;
using Evaluator.Standings.Receipts;

namespace Evaluator.Board.Profiles;

/// <summary>
/// Takes what another board signed of a person. This board makes a nonce for the account; the other board signs it with the history, while
/// the person is signed in there; so a file is good for one account, once, for as long as the nonce lives. No board calls another.
/// </summary>
internal sealed class ElsewhereDesk(Database database, KnownBoards boards, TimeProvider clock)
{
    public const int LongestText = 1024 * 1024;

    private const int MostOfAPerson = 20;

    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    /// <summary>A fresh nonce for the visitor, and when it expires.</summary>
    public (string Nonce, DateTimeOffset Expires) NewNonce(Visitor visitor)
    {
        string nonce = Secret.New();
        DateTimeOffset expires = clock.GetUtcNow() + Lifetime;
        database.Write(transaction => transaction.Connection!.Execute(
            "INSERT INTO profile_nonce (nonce, account, expires) VALUES (@nonce, @AccountId, @at)",
            new { nonce, visitor.AccountId, at = expires.ToUnixTimeMilliseconds() }, transaction));
        return (nonce, expires);
    }

    public Refusal? Take(Visitor visitor, string? text)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > LongestText)
            return Refusal.Invalid($"Send the signed profile as the other board gave it, at most {LongestText:N0} characters.");
        SignedProfile profile;
        try
        {
            profile = SignedProfile.Parse(text);
        }
        catch (LogFormatException wrong)
        {
            return Refusal.Invalid($"It was not taken: {wrong.Message}.");
        }
        if (boards.Find(profile.Key.ToString()) is not { } key)
            return Refusal.Forbidden(
                $"It is signed with the key {profile.Key}, of a board that this one does not know. Organisers can add it.");
        return profile.IsSignedBy(key)
            ? Keep(visitor, profile)
            : Refusal.Invalid("Its signature does not fit: it was edited, or that board never gave it. Take the file as it came.");
    }

    public Refusal? Remove(Visitor visitor, string id) => database.Write(transaction => transaction.Connection!.Execute(
        "DELETE FROM profile_elsewhere WHERE id = @id AND account = @AccountId", new { id, visitor.AccountId }, transaction)) == 1
        ? null : Refusal.NotFound("You show nothing of that name from elsewhere.");

    private Refusal? Keep(Visitor visitor, SignedProfile profile) => database.Write<Refusal?>(transaction =>
    {
        DbConnection connection = transaction.Connection!;
        (string? Account, long Expires, long? Used) nonce = connection.QuerySingleOrDefault<(string?, long, long?)>(
            "SELECT account, expires, used FROM profile_nonce WHERE nonce = @Nonce", new { profile.Nonce }, transaction);
        if (nonce.Account is null)
            return Refusal.Invalid("It is signed for no nonce of this board. Get one here, and have it signed with that.");
        if (nonce.Account != visitor.AccountId)
            return Refusal.Forbidden("It was signed for somebody else on this board.");
        if (nonce.Used is not null)
            return Refusal.Conflict("Its nonce was used before. Get another one, and have the profile signed again.");
        if (nonce.Expires <= clock.Now())
            return Refusal.Conflict("Its nonce has expired. Get another one, and have the profile signed again.");
        string keyId = profile.Key.ToString();
        // The newest word of a board is the one that is shown.
        connection.Execute(
            "DELETE FROM profile_elsewhere WHERE account = @AccountId AND key_id = @keyId", new { visitor.AccountId, keyId }, transaction);
        if (connection.ExecuteScalar<long>(
            "SELECT COUNT(*) FROM profile_elsewhere WHERE account = @AccountId", new { visitor.AccountId }, transaction) >= MostOfAPerson)
            return Refusal.Conflict($"You show history from {MostOfAPerson} boards already.");
        connection.Execute(
            "UPDATE profile_nonce SET used = @now WHERE nonce = @Nonce", new { now = clock.Now(), profile.Nonce }, transaction);
        connection.Execute(
            "INSERT INTO profile_elsewhere (id, account, key_id, text, received) VALUES (@id, @AccountId, @keyId, @text, @now)",
            new { id = Secret.Id('e'), visitor.AccountId, keyId, text = profile.ToText(), now = clock.Now() }, transaction);
        return null;
    });
}
