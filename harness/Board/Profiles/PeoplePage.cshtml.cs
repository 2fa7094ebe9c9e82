using Evaluator.Board.Contests;
using Evaluator.Board.Shell;
using Evaluator.Challenges;
using Microsoft.AspNetCore.Mvc;

namespace Evaluator.Board.Profiles;

/// <summary>/people: who has what one looks for. Filters and weights stay in the address.</summary>
internal sealed class PeoplePage(ProfileDesk desk, ContestShelf shelf, TimeProvider clock) : BoardPage
{
    public const int PageSize = 50;

    [BindProperty(SupportsGet = true, Name = "")]
    public PeopleQuery Query { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Sheet { get; set; } = 1;

    public IReadOnlyList<FoundPerson> Found { get; private set; } = [];

    public int Count { get; private set; }

    public IReadOnlyList<string> Tags => Sorted(shelf.All.SelectMany(contest => contest.Live.Contest.Tags).Select(tag => tag.Name));

    public IReadOnlyList<string> Metrics =>
        Sorted(shelf.All.SelectMany(contest => contest.Live.Contest.Columns).Select(column => column.Title));

    public static IReadOnlyList<string> Rewards { get; } = Enum.GetNames<RewardKind>();

    public IReadOnlyList<string> Languages { get; private set; } = [];

    /// <summary>What the weights are, by their names in the address.</summary>
    public IReadOnlyList<(string Name, string Label, int Weight)> Weights =>
    [
        ("place", "place", Query.Search.Place), ("points", "points", Query.Search.Points),
        ("reuse", "built upon by others", Query.Search.Reuse), ("contests", "contests", Query.Search.Contests),
        ("recency", "recency", Query.Search.Recency),
    ];

    public void OnGet()
    {
        IReadOnlyList<Profile> people = desk.All();
        Languages = Sorted(people.SelectMany(person => person.Contests).SelectMany(contest => contest.Submissions)
            .Select(submission => Formats.LanguageOf(submission.Format)).OfType<string>());
        IReadOnlyList<FoundPerson> found = Query.Search.Among(people, clock.GetUtcNow());
        (Count, Sheet) = (found.Count, Math.Clamp(Sheet, 1, 1_000_000));
        Found = [.. found.Skip((Sheet - 1) * PageSize).Take(PageSize)];
    }

    /// <summary>The same search, another page of it.</summary>
    public string AddressOf(int sheet) => "/people?" + string.Join('&', Request.Query.Where(one => one.Key != "p")
        .Select(one => $"{Uri.EscapeDataString(one.Key)}={Uri.EscapeDataString(one.Value.ToString())}").Append($"p={sheet}"));

    private static List<string> Sorted(IEnumerable<string> texts) => [.. texts.Distinct().Order(StringComparer.Ordinal)];
}
