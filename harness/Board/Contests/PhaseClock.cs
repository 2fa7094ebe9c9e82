using Evaluator.Board.Texts;
using Evaluator.Challenges;

namespace Evaluator.Board.Contests;

/// <summary>Where a phase stands at a moment, in words.</summary>
internal static class PhaseClock
{
    public static bool TakesSubmissions(this Phase phase, DateTimeOffset now) =>
        phase.Opens <= now && (phase.Closes is not { } closes || now < closes);

    /// <summary>In the words of a page's language, else in English.</summary>
    public static string Say(Phase phase, DateTimeOffset now, Words? words = null) => (words ?? Words.English).Stands(phase, now);

    /// <summary>The phase that a visitor most likely means: the one that is open and ends first, else the next to open, else the
    /// last.</summary>
    public static Phase? Current(IReadOnlyList<Phase> phases, DateTimeOffset now) =>
        phases.Where(phase => phase.TakesSubmissions(now)).MinBy(phase => phase.Closes ?? DateTimeOffset.MaxValue)
        ?? phases.Where(phase => phase.Opens > now).MinBy(phase => phase.Opens)
        ?? phases.MaxBy(phase => phase.Closes ?? phase.Opens);
}
