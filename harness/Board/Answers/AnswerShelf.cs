using System.Text.Json;
using Evaluator.Board.Folder;
using Evaluator.Challenges.Reading;
using Evaluator.Jobs;
using Evaluator.Standings.Log.Bodies;
using Evaluator.Standings.Receipts;
using Evaluator.Standings.Sealing;

namespace Evaluator.Board.Answers;

/// <summary>The answers of contests as hashes, and what was promised of them with the salts, which stay among the answers.</summary>
internal sealed class AnswerShelf(BoardFolder board)
{
    /// <summary>Where a challenge's folder keeps the salts.</summary>
    public const string SaltsFile = ChallengeFolder.SecretFolder + "/commitments.json";

    /// <summary>What was promised; nothing where the board has no such file.</summary>
    /// <exception cref="BoardFolderException">The file can't be read.</exception>
    public AnswerPromises Promised(string contest)
    {
        string file = Path.Combine(board.Challenge(contest), SaltsFile);
        try
        {
            return File.Exists(file) ? AnswerPromises.Parse(File.ReadAllText(file)) : AnswerPromises.None;
        }
        catch (Standings.Log.LogFormatException wrong)
        {
            throw new BoardFolderException($"{file}: {wrong.Message}. Put it back from a backup made --with-secrets.");
        }
    }

    /// <summary>What a challenge has to promise now: what is as it was keeps its salt.</summary>
    public AnswerPromises Promise(ChallengeFolder source) => AnswerPromises.Of(
        source.Challenge.Table is { } table ? OfTable(source, table.Answers) : OfCases(source), Promised(source.Challenge.Name));

    private static IEnumerable<(string, IEnumerable<(string, Digest)>)> OfTable(ChallengeFolder source, string answers) =>
        [(AnswersCommitted.Whole, [(answers, Digest.Of(File.ReadAllBytes(source.SecretOf(answers))))])];

    private static IEnumerable<(string, IEnumerable<(string, Digest)>)> OfCases(ChallengeFolder source)
    {
        string file = Path.Combine(source.Path, AnswerReference.File);
        return !File.Exists(file) ? []
            : (JsonSerializer.Deserialize(File.ReadAllBytes(file), JobsJson.Default.IReadOnlyListAnswerReference) ?? [])
            .GroupBy(answer => answer.Set, StringComparer.Ordinal)
            .Select(set => (set.Key, set.Select(answer => (answer.Name, Digest.Parse(answer.Sha256)))));
    }
}
