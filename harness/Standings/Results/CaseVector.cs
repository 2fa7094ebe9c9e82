using System.Text.Json;
using Evaluator.Standings.Canonical;

namespace Evaluator.Standings.Results;

/// <summary>
/// A column's value case by case (or row by row, or by blocks of rows): what a ladder and paired statistics compare. Its mean is the
/// column's
/// value before rounding. Sealed in the log, and never shown before the phase is published.
/// </summary>
/// <param name="Column">The column.</param>
/// <param name="Cases">Names of the cases in ordinal order; the same for all evaluations of a set.</param>
/// <param name="Values">A value a case.</param>
public sealed record CaseVector(string Column, IReadOnlyList<string> Cases, IReadOnlyList<double> Values)
{
    /// <summary>What is sealed.</summary>
    public string ToText() => CanonicalJson.Text(this, ResultJson.Default.CaseVector);

    /// <exception cref="JsonException">The text is nothing that <see cref="ToText"/> wrote.</exception>
    public static CaseVector Parse(string text)
    {
        CaseVector vector = JsonSerializer.Deserialize(text, ResultJson.Default.CaseVector) ?? throw new JsonException("no vector");
        return vector.Cases.Count == vector.Values.Count
            ? vector
            : throw new JsonException($"{vector.Cases.Count} cases and {vector.Values.Count} values");
    }
}
