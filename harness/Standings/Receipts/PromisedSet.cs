using System.Text.Json.Serialization;
using Evaluator.Standings.Log.Bodies;

namespace Evaluator.Standings.Receipts;

/// <summary>The promised answers of one set.</summary>
public sealed record PromisedSet(string Set, IReadOnlyList<SaltedAnswer> Answers)
{
    [JsonIgnore]
    public IReadOnlyList<Commitment> Commitments => [.. Answers.Select(answer => answer.Commitment)];
}
