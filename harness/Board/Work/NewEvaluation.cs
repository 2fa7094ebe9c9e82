using Evaluator.Jobs;

namespace Evaluator.Board.Work;

/// <summary>A submission that is to be evaluated on a set of cases.</summary>
/// <param name="Profile">The hardware profile of a separate run; null for the phase's own limits.</param>
/// <param name="Generation">0 for the first; higher in a rejudge set.</param>
/// <param name="Order">What the workers are told.</param>
internal sealed record NewEvaluation(
    string Contest, string Phase, string Team, string Submission, string Set, string? Profile, int Generation, EvaluationOrder Order)
{
    /// <summary>The name of the baseline, where it is one and no team's submission.</summary>
    public string? Baseline { get; init; }

    /// <summary>The same for the same things, so that an evaluation can't be queued twice.</summary>
    public static string IdOf(string submission, string set, string? profile, int generation) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture,
            $"{submission}.{set}{(profile is null ? "" : $".{profile}")}.{generation}");
}
