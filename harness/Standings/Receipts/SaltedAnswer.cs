using System.Security.Cryptography;
using System.Text.Json.Serialization;
using Evaluator.Standings.Log.Bodies;
using Evaluator.Standings.Sealing;

namespace Evaluator.Standings.Receipts;

/// <summary>An answer that is promised, with the salt that opens the promise.</summary>
/// <param name="Hash">As <see cref="Commitment"/> has it.</param>
/// <param name="Salt">32 bytes as 64 small hexadecimal digits.</param>
public sealed record SaltedAnswer(string Name, Digest Hash, string Salt)
{
    /// <summary>What the log says at once.</summary>
    [JsonIgnore]
    public Commitment Commitment => new(Name, Hash);

    /// <summary>What the log says after publishing.</summary>
    [JsonIgnore]
    public RevealedSalt Opened => new(Name, Salt);

    /// <param name="answer">The answer's SHA-256.</param>
    public static SaltedAnswer Fresh(string name, Digest answer)
    {
        byte[] salt = RandomNumberGenerator.GetBytes(SealedText.SaltBytes);
        return new SaltedAnswer(name, AnswerCommitments.HashOf(salt, answer), Convert.ToHexStringLower(salt));
    }

    /// <summary>Whether it is this answer that is promised.</summary>
    public bool Promises(Digest answer) =>
        Digest.TryParse(Salt, out Digest salt) && AnswerCommitments.HashOf(salt.ToArray(), answer) == Hash;
}
