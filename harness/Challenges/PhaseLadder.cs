namespace Evaluator.Challenges;

/// <summary>Where a ladder can't work, and why; the same for a challenge's file and for an organiser's form.</summary>
public static class PhaseLadder
{
    /// <summary>What was found of the member <c>release</c>, and what was expected; empty where the phase asks for no ladder.</summary>
    public static IEnumerable<(string Found, string Expected)> Faults(
        Phase phase, IReadOnlyList<Column> columns, ChallengeKind kind, SignIn signIn)
    {
        if (phase.Release != Release.Ladder)
            yield break;
        if (signIn == SignIn.WalkIn)
            yield return ("is a ladder in a walk-in contest, where a fresh team costs nothing and starts anew", "\"raw\"");
        if (phase.Ranking.Rule != RankingRule.InOrder)
            yield return ("is a ladder over a mean of ranks", "a ranking by columns in order, or \"raw\"");
        Column? first = columns.FirstOrDefault(column => column.Name == phase.Ranking.Columns.FirstOrDefault());
        if (first is not null && !MeanColumns.IsMeanOverCases(first, kind))
            yield return ($"is a ladder on `{first.Name}`, which is no mean over cases or rows", "\"raw\", or a column that is one");
    }
}
