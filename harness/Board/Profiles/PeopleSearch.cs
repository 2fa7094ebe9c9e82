using Evaluator.Standings.Profiles;

namespace Evaluator.Board.Profiles;

/// <summary>
/// Finds people by what one looks for. Filters leave people out; weights order those that are left, each criterion scaled to the best of
/// them. The sum orders and is shown nowhere: nobody is one number. What a person does not show is not looked at.
/// </summary>
internal sealed record PeopleSearch
{
    /// <summary>A criterion that counts as one unless the address says otherwise.</summary>
    public const int Usual = 1;

    public const int MostWeight = 10;

    private const double DaysToHalf = 30;

    public string? Words { get; init; }

    public string? Tag { get; init; }

    /// <summary>The title of a column in which the person is ranked.</summary>
    public string? Metric { get; init; }

    /// <summary>A kind of reward.</summary>
    public string? Reward { get; init; }

    public string? Language { get; init; }

    /// <summary>Handed in within so many days.</summary>
    public int? Within { get; init; }

    public int Place { get; init; } = Usual;

    public int Points { get; init; } = Usual;

    public int Reuse { get; init; } = Usual;

    public int Contests { get; init; } = Usual;

    public int Recency { get; init; } = Usual;

    public IReadOnlyList<FoundPerson> Among(IEnumerable<Profile> people, DateTimeOffset now)
    {
        List<FoundPerson> found = [.. people.Select(person => Look(person, now)).OfType<FoundPerson>()];
        double points = Math.Max(1, found.Select(person => person.Points).DefaultIfEmpty().Max());
        double reuse = Math.Max(1, found.Select(person => person.BuiltUpon).DefaultIfEmpty().Max());
        double contests = Math.Max(1, found.Select(person => person.Contests).DefaultIfEmpty().Max());
        return [.. found.Select(person => (person, Worth: Place * (person.Best is { } best ? 1 - (best.Rank - 1d) / best.Teams : 0)
                + Points * (person.Points / points) + Reuse * (person.BuiltUpon / reuse) + Contests * (person.Contests / contests)
                + Recency * (person.Last is { } last ? DaysToHalf / (DaysToHalf + Math.Max(0, (now - last).TotalDays)) : 0)))
            .OrderByDescending(one => one.Worth).ThenBy(one => one.person.Profile.Handle, StringComparer.Ordinal)
            .Select(one => one.person)];
    }

    /// <returns>Null where a filter leaves the person out.</returns>
    private FoundPerson? Look(Profile person, DateTimeOffset now)
    {
        if (Words is { Length: > 0 } words && !words.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word =>
            person.Handle.Contains(word, StringComparison.OrdinalIgnoreCase)
                || person.About.Contains(word, StringComparison.OrdinalIgnoreCase)))
            return null;
        List<ProfileContest> contests = [.. person.Contests.Where(contest => Tag is null || contest.Tags.Contains(Tag))];
        if (Tag is not null && contests.Count == 0)
            return null;
        ProfilePlace? best = null;
        DateTimeOffset? last = null;
        int points = 0, reuse = 0;
        bool hasReward = Reward is null, hasLanguage = Language is null;
        foreach (ProfileContest contest in contests)
        {
            foreach (ProfilePlace place in contest.Places)
                if ((Metric is null || place.Column == Metric) && (best is null || Share(place) < Share(best)))
                    best = place;
            foreach (ProfileSubmission submission in contest.Submissions)
            {
                last = last is null || submission.At > last ? submission.At : last;
                hasLanguage |= Formats.LanguageOf(submission.Format) == Language;
            }
            foreach (ProfileReward reward in contest.Rewards)
                if (Reward is null || reward.Kind == Reward)
                    (points, hasReward) = (points + reward.Points, true);
            reuse += contest.BuiltUpon.Count;
        }
        return (Metric is not null && best is null) || !hasReward || !hasLanguage
            || (Within is { } days && !(last >= now.AddDays(-Math.Clamp(days, 0, 100_000))))
            ? null
            : new FoundPerson(person, best, points, reuse, contests.Count, last);
    }

    private static double Share(ProfilePlace place) => (place.Rank - 1d) / Math.Max(1, place.Teams);
}
