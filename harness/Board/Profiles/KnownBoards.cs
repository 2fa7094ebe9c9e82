using System.Data.Common;
using System.Security.Cryptography;
using Dapper;
using Evaluator.Board.People;
using Evaluator.Board.Refusals;
using Evaluator.Board.Store;
using Evaluator.Standings.Receipts;

namespace Evaluator.Board.Profiles;

/// <summary>The boards that organisers trust, by their keys.</summary>
internal sealed class KnownBoards(Database database, AuditLog audit, TimeProvider clock)
{
    private const int LongestName = 60;
    private const int LongestKey = 4096;

    public IReadOnlyList<KnownBoard> All()
    {
        using DbConnection connection = database.Read();
        return connection.Query<KnownBoard>(
            "SELECT key_id AS KeyId, name AS Name, pem AS Pem, added AS Added FROM known_board ORDER BY name").AsList();
    }

    public PublicKey? Find(string keyId) =>
        All().FirstOrDefault(board => board.KeyId == keyId) is { } board ? PublicKey.FromPem(board.Pem) : null;

    public Refusal? Add(Visitor visitor, string? name, string? pem)
    {
        string called = (name ?? "").Trim();
        if (called.Length is 0 or > LongestName || called.Any(char.IsControl))
            return Refusal.Invalid($"The board's name has 1 to {LongestName} characters.");
        if (pem is null || pem.Length > LongestKey)
            return Refusal.Invalid("Paste the board's public key: what its /api/v1/key gives as `pem`.");
        try
        {
            PublicKey key = PublicKey.FromPem(pem);
            database.Write(transaction =>
            {
                transaction.Connection!.Execute("""
                    INSERT INTO known_board (key_id, name, pem, added) VALUES (@id, @called, @pem, @now)
                    ON CONFLICT (key_id) DO UPDATE SET name = excluded.name
                    """, new { id = key.Id.ToString(), called, pem = key.ToPem(), now = clock.Now() }, transaction);
                audit.Note(transaction, visitor, null, "board-trusted", $"{called} {key.Id}");
            });
            return null;
        }
        catch (CryptographicException wrong)
        {
            return Refusal.Invalid($"{char.ToUpperInvariant(wrong.Message[0])}{wrong.Message[1..]}. "
                + "Expected \"-----BEGIN PUBLIC KEY-----\" and what follows, as the board's /api/v1/key gives it.");
        }
    }

    /// <summary>Its word is no longer taken; what it signed is no longer shown.</summary>
    public Refusal? Remove(Visitor visitor, string keyId) => database.Write(transaction =>
    {
        if (transaction.Connection!.Execute("DELETE FROM known_board WHERE key_id = @keyId", new { keyId }, transaction) == 0)
            return Refusal.NotFound("There is no such board.");
        audit.Note(transaction, visitor, null, "board-no-longer-trusted", keyId[..12]);
        return null;
    });
}
