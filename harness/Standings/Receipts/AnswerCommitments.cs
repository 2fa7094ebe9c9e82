using System.Security.Cryptography;
using Evaluator.Standings.Log.Bodies;
using Evaluator.Standings.Sealing;

namespace Evaluator.Standings.Receipts;

/// <summary>
/// Answers are promised before a phase opens, by a salted hash each, and shown after it is published. The salt keeps an answer that could
/// be guessed
/// (a number, a short table) from being found by trying.
/// </summary>
internal static class AnswerCommitments
{
    /// <summary>Commits to answers, with a fresh salt each.</summary>
    /// <param name="answers">Names (a file, or <c>file#case</c>) and bytes.</param>
    public static (IReadOnlyList<Commitment> Commitments, IReadOnlyList<RevealedSalt> Salts) Fresh(
        IEnumerable<(string Name, byte[] Answer)> answers)
    {
        List<Commitment> commitments = [];
        List<RevealedSalt> salts = [];
        foreach ((string name, byte[] answer) in answers.OrderBy(pair => pair.Name, StringComparer.Ordinal))
        {
            byte[] salt = RandomNumberGenerator.GetBytes(SealedText.SaltBytes);
            commitments.Add(new Commitment(name, HashOf(salt, answer)));
            salts.Add(new RevealedSalt(name, Convert.ToHexStringLower(salt)));
        }
        return (commitments, salts);
    }

    /// <summary>What is wrong with opened answers; empty where each is what was promised.</summary>
    /// <param name="answerOf">The bytes of an answer; null where it is not at hand.</param>
    public static IReadOnlyList<string> Differences(AnswersCommitted committed, AnswersRevealed revealed, Func<string, byte[]?> answerOf)
    {
        List<string> differences = [];
        Dictionary<string, string> salts = revealed.Salts.ToDictionary(salt => salt.Name, salt => salt.Salt, StringComparer.Ordinal);
        foreach (Commitment commitment in committed.Answers)
        {
            if (!salts.TryGetValue(commitment.Name, out string? salt))
                differences.Add($"{commitment.Name}: its salt was not opened");
            else if (answerOf(commitment.Name) is not { } answer)
                differences.Add($"{commitment.Name}: is not there");
            else if (!Digest.TryParse(salt, out Digest bytes) || HashOf(bytes.ToArray(), answer) != commitment.Hash)
                differences.Add($"{commitment.Name}: is not the answer that was promised");
        }
        return differences;
    }

    public static Digest HashOf(ReadOnlySpan<byte> salt, ReadOnlySpan<byte> answer)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(salt);
        hash.AppendData(answer);
        return new Digest(hash.GetHashAndReset());
    }
}
