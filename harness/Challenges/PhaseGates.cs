namespace Evaluator.Challenges;

/// <summary>What is wrong with what a phase asks for before a team may hand in; the same for a challenge's file and for an organiser's
/// form.</summary>
public static class PhaseGates
{
    /// <summary>What was found of the member <c>needs</c>, and what was expected.</summary>
    /// <param name="phases">All of the contest; of the phase itself the one that is given counts.</param>
    public static IEnumerable<(string Found, string Expected)> Faults(
        Phase phase, IReadOnlyList<Phase> phases, IReadOnlyList<Column> columns)
    {
        if (phase.Gate is not { } gate)
            yield break;
        if (gate.Phase == phase.Name || phases.All(other => other.Name != gate.Phase))
            yield return ($"names the phase `{gate.Phase}`", "another phase of this contest");
        else if (Circle(phase, phases) is { } circle)
            yield return ($"leads in a circle: {circle}", "phases that can be entered one after another");
        if (gate.Column is { Length: > 0 } column && columns.All(known => known.Name != column))
            yield return ($"names the column `{column}`", "a column of this contest");
    }

    /// <summary>Nobody comes into a phase whose gate leads back to it.</summary>
    private static string? Circle(Phase phase, IReadOnlyList<Phase> phases)
    {
        List<string> way = [phase.Name];
        for (string? next = phase.Gate?.Phase; next is not null && way.Count <= phases.Count;)
        {
            way.Add(next);
            if (next == phase.Name)
                return string.Join(" → ", way);
            next = phases.FirstOrDefault(other => other.Name == next)?.Gate?.Phase;
        }
        return null;
    }
}
