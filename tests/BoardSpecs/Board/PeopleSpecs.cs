using System.Net;
using System.Text.Json;
using Evaluator.Board.People;
using Evaluator.Board.Profiles;
using Evaluator.Standings.Profiles;

namespace Evaluator.BoardSpecs.Board;

/// <summary>People are found by what one looks for, ordered by one's own weights; what somebody does not show is not looked at.</summary>
public class PeopleSpecs
{
    private static readonly DateTimeOffset Now = new(2026, 11, 26, 12, 0, 0, TimeSpan.Zero);

    private static readonly Profile[] Three =
    [
        // First of ten, a month ago, in Java.
        Of("Ada", Place(1, 10), [Handed("java", 30)], [], 0),
        // Fifth of ten, yesterday, in C#; forty points, and twice built upon.
        Of("Ben", Place(5, 10), [Handed("cs", 1)], [new ProfileReward("FirstAbove", 40, Now)], 2),
        // Tenth of ten; eighty points by grant.
        Of("Cyd", Place(10, 10), [Handed("cs", 300)], [new ProfileReward("Grant", 80, Now)], 0),
    ];

    [Theory]
    [InlineData("place 10", "Ada Ben Cyd")]
    [InlineData("points 10", "Cyd Ben Ada")]
    [InlineData("reuse 10", "Ben Ada Cyd")]
    [InlineData("recency 10", "Ben Ada Cyd")]
    [InlineData("points 10, reward FirstAbove", "Ben")]
    [InlineData("place 10, language C#", "Ben Cyd")]
    [InlineData("place 10, within 60", "Ada Ben")]
    [InlineData("place 10, metric Score", "Ada Ben Cyd")]
    [InlineData("place 10, metric Time", "")]
    [InlineData("place 10, tag city", "Ada Ben Cyd")]
    [InlineData("place 10, tag sea", "")]
    [InlineData("place 10, words ad", "Ada")]
    // Ada: 10 x 1 + 0; Ben: 10 x .6 + 5 x .5; Cyd: 10 x .1 + 5 x 1.
    [InlineData("place 10, points 5", "Ada Ben Cyd")]
    [InlineData("place 5, points 10", "Cyd Ben Ada")]
    public void Filters_leave_out_and_weights_order(string asked, string expected)
    {
        PeopleSearch search = new() { Place = 0, Points = 0, Reuse = 0, Contests = 0, Recency = 0 };
        foreach (string[] part in asked.Split(", ").Select(one => one.Split(' ', 2)))
            search = part[0] switch
            {
                "place" => search with { Place = int.Parse(part[1]) },
                "points" => search with { Points = int.Parse(part[1]) },
                "reuse" => search with { Reuse = int.Parse(part[1]) },
                "recency" => search with { Recency = int.Parse(part[1]) },
                "reward" => search with { Reward = part[1] },
                "language" => search with { Language = part[1] },
                "within" => search with { Within = int.Parse(part[1]) },
                "metric" => search with { Metric = part[1] },
                "tag" => search with { Tag = part[1] },
                _ => search with { Words = part[1] },
            };
        Assert.Equal(expected, string.Join(' ', search.Among(Three, Now).Select(person => person.Profile.Handle)));
    }

    [Fact(Timeout = 300_000)]
    public async Task Five_thousand_people_are_searched_with_six_filters_and_only_what_they_show_is_looked_at()
    {
        using SampleChallenge challenge = new();
        await using RunningBoard board = await RunningBoard.WithChallenges(challenge.Folder);
        using Person stranger = new(board.Address);
        using RecordedResults results = new(board.Folder);
        results.Field(SampleChallenge.Name, "provisional", "provisional", 5000, number => 9000 - number);
        // Who are they: a-0, a-1, …, made by the field. Every tenth shows no places, so is not found by their metric.
        for (int from = 0; from < 5000; from += 500)
            results.Row(string.Join(' ', Enumerable.Range(from, 500).Select(number => $"""
                INSERT INTO account (id, handle, handle_key, password_hash, role, stamp, created)
                VALUES ('a-{number}', 'Person {number}', 'person{number}', '', 'competitor', '', 1);
                INSERT INTO profile (account, shown, about) VALUES ('a-{number}', {(number % 10 == 0 ? 29 : 31)}, 'knows ships');
                """)), new { });
        await Await.Says(stranger, $"/c/{SampleChallenge.Name}/provisional/standings", "5000 teams");
        string six = "q=ships&tag=city&metric=Score&language=C%23&within=1";
        JsonElement found = JsonDocument.Parse(await stranger.Client.GetStringAsync(
            $"/api/v1/people?{six}&place=10&points=0&reuse=0&contests=0&recency=0", TestContext.Current.CancellationToken)).RootElement;
        Assert.Equal(4500, found.GetArrayLength());
        Assert.Equal("Person 1", found[0].GetProperty("handle").GetString());
        System.Diagnostics.Stopwatch clock = System.Diagnostics.Stopwatch.StartNew();
        using HttpResponseMessage page =
            await stranger.Client.GetAsync($"/people?{six}&reward=Grant", TestContext.Current.CancellationToken);
        TestContext.Current.TestOutputHelper?.WriteLine($"a page of the search: {clock.Elapsed.TotalMilliseconds:N0} ms");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Contains("Nobody who shows a page has all of that",
            await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private static Profile Of(
        string handle, ProfilePlace place, IReadOnlyList<ProfileSubmission> submissions, IReadOnlyList<ProfileReward> rewards,
        int builtUpon) =>
        new(new Account("a-" + handle, handle, "", Roles.Competitor, "", 0, null), ProfileParts.All, "",
            [new ProfileContest("harbour", "Harbour", ["city"], [place], submissions, rewards, [],
                [.. Enumerable.Range(0, builtUpon).Select(child => new ProfileLink($"s{child}", "s"))])], []);

    private static ProfilePlace Place(int rank, int teams) => new("Phase", rank, teams, "Score", IsFinal: false, 1);

    private static ProfileSubmission Handed(string format, int daysAgo) => new("s", "Phase", Now.AddDays(-daysAgo), format);
}
