using Evaluator.Board.Shell;
using Evaluator.Challenges;

namespace Evaluator.Board.Contests;

/// <summary>Where a phase stands at a moment, in words.</summary>
internal static class PhaseClock
{
    public static bool TakesSubmissions(this Phase phase, DateTimeOffset now) =>
        phase.Opens <= now && (phase.Closes is not { } closes || now < closes);

    public static string Say(Phase phase, DateTimeOffset now)
    {
        if (now < phase.Opens)
            return $"opens {Moment.Distance(phase.Opens, now)}";
        if (phase.Closes is not { } closes)
            return "open, never ends";
        return now < closes ? $"open, ends {Moment.Distance(closes, now)}" : $"closed {Moment.Distance(closes, now)}";
    }

    /// <summary>The phase that a visitor most likely means: the one that is open and ends first, else the next to open, else the
    /// last.</summary>
    public static Phase? Current(IReadOnlyList<Phase> phases, DateTimeOffset now) =>
        phases.Where(phase => phase.TakesSubmissions(now)).MinBy(phase => phase.Closes ?? DateTimeOffset.MaxValue)
        ?? phases.Where(phase => phase.Opens > now).MinBy(phase => phase.Opens)
        ?? phases.MaxBy(phase => phase.Closes ?? phase.Opens);
}
