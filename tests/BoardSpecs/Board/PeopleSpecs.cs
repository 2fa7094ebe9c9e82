using System.Text.Json;
using System.Text.RegularExpressions;
using Evaluator.Board.People;
using Evaluator.Board.Profiles;
using Evaluator.Standings.Log.Bodies;
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
        // A grant to the teams of 30, 31 and 32, and one to that of 33, which is taken back.
        long last = 0;
        foreach (int number in (int[])[30, 31, 32, 33])
            last = results.Append(SampleChallenge.Name, new Grant($"g-provisional-{number}", number, default, [$"a-{number}"]));
        results.Append(SampleChallenge.Name, new Reversal(last));
        string six = "q=ships&tag=city&metric=Score&language=C%23&within=1&reward=Grant";
        const string byPlace = "place=10&points=0&reuse=0&contests=0&recency=0";
        const string byPoints = "place=0&points=10&reuse=0&contests=0&recency=0";
        await Await.That(async () => (await Found(stranger, $"q=ships&reward=Grant&{byPlace}")).Length == 3, () => "the grants never came");

        // Of the three with a grant that stands, 30 shows no places, so no metric finds it.
        Assert.Equal(["Person 31", "Person 32"], await Found(stranger, $"{six}&{byPlace}"));
        Assert.Equal(["Person 32", "Person 31"], await Found(stranger, $"{six}&{byPoints}"));
        Assert.Equal(["Person 32"], await Found(stranger, $"{six.Replace("q=ships", "q=ships%2032")}&{byPlace}"));
        foreach (string other in (string[])["q=boats", "tag=sea", "metric=Time", "language=Java", "within=0", "reward=Rank"])
            Assert.Empty(await Found(stranger, Regex.Replace(six, $"(?<=^|&){other.Split('=')[0]}=[^&]*", other)));
        Assert.Equal(4500, (await Found(stranger, $"{six.Replace("&reward=Grant", "")}&{byPlace}")).Length);

        // At once: in turns, the quicker of several each, the search takes no longer than twice the page that everybody stands on.
        (double searched, double everybody) = (double.MaxValue, double.MaxValue);
        for (int turn = 0; turn < 5; turn++)
        {
            searched = Math.Min(searched, await Milliseconds(stranger, $"/people?{six}", "2 people"));
            everybody = Math.Min(everybody, await Milliseconds(stranger, "/people", "5,000 people"));
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"a search {searched:N1} ms, everybody {everybody:N1} ms");
        Assert.True(searched < 2 * everybody, $"a search takes {searched:N1} ms, the page of everybody {everybody:N1} ms");
    }

    private static async Task<double> Milliseconds(Person person, string address, string says)
    {
        System.Diagnostics.Stopwatch clock = System.Diagnostics.Stopwatch.StartNew();
        string page = await person.Client.GetStringAsync(address, TestContext.Current.CancellationToken);
        double took = clock.Elapsed.TotalMilliseconds;
        Assert.Contains(says, page, StringComparison.Ordinal);
        return took;
    }

    private static async Task<string[]> Found(Person person, string query)
    {
        string text = await person.Client.GetStringAsync($"/api/v1/people?{query}", TestContext.Current.CancellationToken);
        return [.. JsonDocument.Parse(text).RootElement.EnumerateArray().Select(found => found.GetProperty("handle").GetString()!)];
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
