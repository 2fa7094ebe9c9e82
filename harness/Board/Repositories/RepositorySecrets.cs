using System.Security.Cryptography;
using Evaluator.Board.Store;
using Microsoft.AspNetCore.DataProtection;

namespace Evaluator.Board.Repositories;

/// <summary>
/// The secrets that hosts sign with. A signature can only be checked with the secret itself, so it is kept, under the board's keys: a copy
/// of the database alone signs nothing. A board that lost its keys has to have its secrets made anew.
/// </summary>
internal sealed class RepositorySecrets(IDataProtectionProvider keys, TimeProvider clock)
{
    private readonly IDataProtector protector = keys.CreateProtector("repositories");

    /// <returns>The secret, and what is kept of it.</returns>
    public (string Secret, string Kept) Make()
    {
        string secret = People.Secret.New();
        return (secret, protector.Protect(secret));
    }

    /// <summary>Those that are good now: the newest, and for a while the one before it.</summary>
    public IReadOnlyList<string> Of(Repository repository)
    {
        string?[] kept = [repository.Secret, repository.PreviousUntil > clock.Now() ? repository.PreviousSecret : null];
        return [.. kept.OfType<string>().Select(Opened).OfType<string>()];
    }

    private string? Opened(string kept)
    {
        try
        {
            return protector.Unprotect(kept);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
