using System.Security.Cryptography;
using Evaluator.Standings.Log.Bodies;
using Evaluator.Standings.Sealing;

namespace Evaluator.Standings.Receipts;

/// <summary>
/// Answers are promised before a phase opens, by a salted hash each, and shown after it is published. The salt keeps an answer that could
/// be guessed (a number, a short table) from being found by trying.
/// </summary>
internal static class AnswerCommitments
{
    /// <summary>What is wrong with opened answers; empty where each is what was promised.</summary>
    /// <param name="answerOf">An answer by its name; null where it is not at hand.</param>
    public static IReadOnlyList<string> Differences(
        AnswersCommitted committed, AnswersRevealed revealed, Func<string, HeldAnswer?> answerOf)
    {
        List<string> differences = [];
        Dictionary<string, string> salts = revealed.Salts.ToDictionary(salt => salt.Name, salt => salt.Salt, StringComparer.Ordinal);
        foreach (Commitment commitment in committed.Answers)
        {
            if (!salts.TryGetValue(commitment.Name, out string? salt))
                differences.Add($"{commitment.Name}: its salt was not opened");
            else if (answerOf(commitment.Name) is not { } answer)
                differences.Add($"{commitment.Name}: is not there");
            else if (!Digest.TryParse(salt, out Digest bytes) || HashOf(bytes.ToArray(), answer.Sha256) != commitment.Hash)
                differences.Add($"{commitment.Name}: {answer.Where} is not the answer that was promised");
        }
        return differences;
    }

    /// <summary>The SHA-256 of the salt and the answer's own SHA-256, 32 bytes each.</summary>
    public static Digest HashOf(ReadOnlySpan<byte> salt, Digest answer)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(salt);
        hash.AppendData(answer.ToArray());
        return new Digest(hash.GetHashAndReset());
    }
}
