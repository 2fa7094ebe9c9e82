using Evaluator.Standings.Sealing;

namespace Evaluator.Standings.Log.Bodies;

/// <summary>An evaluation of a submission has ended. Numbers are sealed; they come out by the phase's release, or by publishing.</summary>
public sealed record EvaluationRecorded : EntryBody
{
    public required string Submission { get; init; }

    public required string Set { get; init; }

    /// <summary>The hardware profile of a separate run; null for the phase's own limits.</summary>
    public string? Profile { get; init; }

    /// <summary>0 for the first; a rejudge set evaluates again as a higher one, which is invisible until it is applied.</summary>
    public required int Generation { get; init; }

    public required Outcome Outcome { get; init; }

    /// <summary>The seal of <see cref="Results.ResultValues"/>; null unless scored.</summary>
    public Digest? Values { get; init; }

    /// <summary>The seal of the <see cref="Results.CaseVector"/>; null where there is none.</summary>
    public Digest? Cases { get; init; }

    /// <summary>A mark of what was predicted, equal where two submissions predict the same. It is in clear, so where predictions may hang
    /// on closed data it is no hash that anybody can compute.</summary>
    public Digest? Predictions { get; init; }
}
