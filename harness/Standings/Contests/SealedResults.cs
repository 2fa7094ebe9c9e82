using System.Text.Json;
using Evaluator.Standings.Columns;
using Evaluator.Standings.Results;
using Evaluator.Standings.Sealing;

namespace Evaluator.Standings.Contests;

/// <summary>
/// The numbers behind the seals, where they are open here: a reader of an export has those of published phases only. What can't be used is
/// a
/// problem that is named, and its submission is not ranked.
/// </summary>
internal sealed class SealedResults(OpenSeal open)
{
    private readonly List<string> problems = [];

    /// <summary>What was found in seals and can't be used.</summary>
    public IReadOnlyList<string> Problems => problems;

    /// <summary>How many seals are not open here.</summary>
    public int Unopened { get; private set; }

    public decimal?[]? ValuesOf(Digest? seal, ColumnSet columns, string of)
    {
        if (Text(seal) is not { } text)
            return null;
        try
        {
            return columns.ValuesOf(ResultValues.Parse(text).Values);
        }
        catch (JsonException wrong)
        {
            Problem($"the values of {of} can't be read: {wrong.Message}");
            return null;
        }
    }

    /// <summary>The values case by case, where they are of the cases of the phase's ladder.</summary>
    public double[]? CasesOf(Evaluation evaluation, ContestPhase phase)
    {
        CaseVector? vector = CasesOf(evaluation.Recorded.Cases, evaluation.Recorded.Submission);
        if (vector is null)
            return null;
        if (vector.Cases.SequenceEqual(phase.LadderCases, StringComparer.Ordinal))
            return [.. vector.Values];
        Problem($"{evaluation.Recorded.Submission} has other cases ({vector.Cases.Count}) than the baseline ({phase.LadderCases.Count})");
        return null;
    }

    public CaseVector? CasesOf(Digest? seal, string of)
    {
        if (Text(seal) is not { } text)
            return null;
        try
        {
            return CaseVector.Parse(text);
        }
        catch (JsonException wrong)
        {
            Problem($"the cases of {of} can't be read: {wrong.Message}");
            return null;
        }
    }

    public void Problem(string what)
    {
        if (!problems.Contains(what))
            problems.Add(what);
    }

    private string? Text(Digest? seal)
    {
        if (seal is not { } known)
            return null;
        string? text = open(known);
        if (text is null)
            Unopened++;
        return text;
    }
}
