namespace Evaluator.Standings.Contests;

/// <summary>Which submissions may count in the end.</summary>
public static class FinalChoice
{
    /// <summary>A third one would be a lottery ticket.</summary>
    public const int Most = 2;

    /// <summary>Why a choice can't be made; null where it can.</summary>
    /// <param name="now">The board's time of receipt.</param>
    public static string? Refusal(Contest contest, string team, string phase, IReadOnlyList<string> chosen, DateTimeOffset now)
    {
        if (contest.Phase(phase) is not { } known)
            return $"there is no phase {phase}";
        if (known.Settings.Closes <= now)
            return "the phase has closed: the choice stands as it was then";
        if (chosen.Count > Most)
            return $"{chosen.Count} submissions are chosen; {Most} at most may count";
        if (chosen.Distinct(StringComparer.Ordinal).Count() != chosen.Count)
            return "a submission is chosen twice";
        foreach (string id in chosen)
        {
            Submission? submission = contest.Submission(id);
            if (submission is null || submission.Team != team || submission.Phase != phase)
                return $"{id} is no submission of yours in this phase";
            if (!submission.Counts)
                return $"{id} was withdrawn or taken out";
        }
        return null;
    }
}
