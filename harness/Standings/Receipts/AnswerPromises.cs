using System.Text.Json;
using Evaluator.Standings.Log;
using Evaluator.Standings.Log.Bodies;
using Evaluator.Standings.Sealing;

namespace Evaluator.Standings.Receipts;

/// <summary>All that a contest has promised of its answers, with the salts: a secret until its phases are published.</summary>
public sealed record AnswerPromises(IReadOnlyList<PromisedSet> Sets)
{
    public static AnswerPromises None { get; } = new([]);

    /// <summary>
    /// Promises answers. One that is as it was keeps its salt and its hash, so that a correction shows what it corrects, and nothing is
    /// said anew where nothing has changed. Sets that are not promised anew stay.
    /// </summary>
    /// <param name="answers">By set: names, and the SHA-256 of each answer.</param>
    public static AnswerPromises Of(
        IEnumerable<(string Set, IEnumerable<(string Name, Digest Answer)> Answers)> answers, AnswerPromises before) =>
        new([.. answers.Select(set => new PromisedSet(set.Set, Salted(set.Answers, before.Of(set.Set)?.Answers ?? [])))
            .Concat(before.Sets).DistinctBy(set => set.Set, StringComparer.Ordinal)]);

    /// <exception cref="LogFormatException">The text is not what <see cref="ToText"/> gave.</exception>
    public static AnswerPromises Parse(string text) =>
        SignedJson.Parse(text, SignedJson.Default.AnswerPromises, "list of promised answers");

    public string ToText() => JsonSerializer.Serialize(this, SignedJson.Default.AnswerPromises);

    public PromisedSet? Of(string set) => Sets.FirstOrDefault(promised => promised.Set == set);

    /// <summary>The salts that open what was promised; null where one of them is not here.</summary>
    public AnswersRevealed? Opening(AnswersCommitted committed)
    {
        Dictionary<Commitment, SaltedAnswer> known = (Of(committed.Set)?.Answers ?? []).ToDictionary(answer => answer.Commitment);
        return committed.Answers.All(known.ContainsKey)
            ? new AnswersRevealed(committed.Set, [.. committed.Answers.Select(answer => known[answer].Opened)])
            : null;
    }

    private static IReadOnlyList<SaltedAnswer> Salted(
        IEnumerable<(string Name, Digest Answer)> answers, IReadOnlyList<SaltedAnswer> before)
    {
        Dictionary<string, SaltedAnswer> known = before.ToDictionary(answer => answer.Name, StringComparer.Ordinal);
        return [.. answers.OrderBy(answer => answer.Name, StringComparer.Ordinal).Select(answer =>
            known.GetValueOrDefault(answer.Name) is { } kept && kept.Promises(answer.Answer)
                ? kept
                : SaltedAnswer.Fresh(answer.Name, answer.Answer))];
    }
}
