using Evaluator.Board.Journals;
using Evaluator.Standings.Contests;

namespace Evaluator.Board.Organising;

/// <summary>How far a phase is from being published.</summary>
/// <param name="IsDue">Its own time of publishing has passed, and nobody has acted on it.</param>
/// <param name="Unsettled">Submissions that wait for their result.</param>
/// <param name="Finals">What decides: the chosen ones, and the best of each team that chose none.</param>
/// <param name="Missing">Those of them without a result on the final set.</param>
internal sealed record PhaseEnd(bool IsDue, int Unsettled, int Finals, int Missing)
{
    public static PhaseEnd Of(LiveContest contest, string phase, DateTimeOffset now) => contest.Ask(fold => Of(fold.Phase(phase)!, now));

    /// <summary>Whether it is to be published by itself now: its time has passed, and no result is missing.</summary>
    public static bool IsReached(ContestPhase phase, DateTimeOffset now) =>
        phase.IsPublishingDue(now) && phase.Frontier == long.MaxValue && phase.FinalsMissing.Count == 0;

    /// <summary>What is missing, in words; null where nothing is.</summary>
    public string? Lacks => (Unsettled, Missing) switch
    {
        (0, 0) => null,
        (var some, 0) => Waiting(some),
        (0, var finals) => Without(finals),
        var (some, finals) => $"{Waiting(some)}, and {Without(finals)}",
    };

    private static PhaseEnd Of(ContestPhase phase, DateTimeOffset now) =>
        new(phase.IsPublishingDue(now), phase.Unsettled, phase.Finalists.Count, phase.FinalsMissing.Count);

    private static string Waiting(int some) => some == 1 ? "one submission waits for its result" : $"{some} submissions wait for their "
        + "results";

    private string Without(int finals) => $"{finals} of the {Finals} submissions that decide {(finals == 1 ? "has" : "have")} no result "
        + "on the final set yet";
}
