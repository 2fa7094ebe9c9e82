using System.Text.Json;
using Evaluator.Standings.Canonical;

namespace Evaluator.Standings.Results;

/// <summary>
/// The values of an evaluation, one for each measured column, already rounded to the column's decimals. Sealed in the log.
/// </summary>
/// <param name="Values">By the column's name.</param>
/// <param name="PublicationHash">The run's publication hash, by which anybody can check a run of one's own; null for tables.</param>
public sealed record ResultValues(IReadOnlyDictionary<string, decimal> Values, string? PublicationHash)
{
    /// <summary>What is sealed.</summary>
    public string ToText() => CanonicalJson.Text(this, ResultJson.Default.ResultValues);

    /// <exception cref="JsonException">The text is nothing that <see cref="ToText"/> wrote.</exception>
    public static ResultValues Parse(string text) =>
        JsonSerializer.Deserialize(text, ResultJson.Default.ResultValues) ?? throw new JsonException("no values");
}
