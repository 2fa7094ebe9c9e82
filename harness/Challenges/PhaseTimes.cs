namespace Evaluator.Challenges;

/// <summary>What of a phase's times and sets does not fit together; the same for a challenge's file and for an organiser's form.</summary>
public static class PhaseTimes
{
    /// <summary>The member that is wrong, what is wrong with it, and what was expected.</summary>
    public static IEnumerable<(string Member, string Found, string Expected)> Faults(Phase phase)
    {
        if (phase.Closes <= phase.Opens)
            yield return ("closes", "is not after `opens`", "a later time");
        if (phase.Freezes is { } freezes && (freezes < phase.Opens || freezes > phase.Closes))
            yield return ("freezes", "is not between `opens` and `closes`", "a time between them");
        if (phase.Publishes is { } publishes && publishes < (phase.Closes ?? phase.Opens))
            yield return ("publishes", "is before the phase ends", "a later time");
        if (phase.FinalSet is not null && phase.Closes is null)
            yield return ("finalSet", "needs an end: the final set is evaluated after the close", "a phase with `closes`");
        if (phase.FinalSet == phase.Set)
            yield return ("finalSet", "is the same as `set`", "another set");
    }
}
