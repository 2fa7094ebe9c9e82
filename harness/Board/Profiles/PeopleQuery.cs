namespace Evaluator.Board.Profiles;

/// <summary>A search as it stands in an address.</summary>
internal sealed record PeopleQuery
{
    public string? Q { get; init; }

    public string? Tag { get; init; }

    public string? Metric { get; init; }

    public string? Reward { get; init; }

    public string? Language { get; init; }

    public int? Within { get; init; }

    public int? Place { get; init; }

    public int? Points { get; init; }

    public int? Reuse { get; init; }

    public int? Contests { get; init; }

    public int? Recency { get; init; }

    public PeopleSearch Search => new()
    {
        Words = Q,
        Tag = Given(Tag),
        Metric = Given(Metric),
        Reward = Given(Reward),
        Language = Given(Language),
        Within = Within,
        Place = Weight(Place),
        Points = Weight(Points),
        Reuse = Weight(Reuse),
        Contests = Weight(Contests),
        Recency = Weight(Recency),
    };

    private static string? Given(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static int Weight(int? given) => Math.Clamp(given ?? PeopleSearch.Usual, 0, PeopleSearch.MostWeight);
}
