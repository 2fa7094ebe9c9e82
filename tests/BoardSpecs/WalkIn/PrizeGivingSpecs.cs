using System.Net;
using Evaluator.Board.Texts;
using Evaluator.BoardSpecs.Board;
using Evaluator.BoardSpecs.Harbour;
using Evaluator.Harbour.Manifest;
using Microsoft.Playwright;

namespace Evaluator.BoardSpecs.WalkIn;

/// <summary>
/// The prize-giving of a contest with a final part: the ranks that nobody has seen yet, from 10 upwards, a key press each.
/// </summary>
public class PrizeGivingSpecs(Browser browser, GeneratedHarbour generated) : IClassFixture<Browser>
{
    private const int Teams = 12, Places = 10;

    private static readonly string[] Names =
        ["Otters", "Bevers", "Dassen", "Egels", "Fretten", "Ganzen", "Hazen", "Kauwen", "Mussen", "Reeën", "Uilen", "Vossen"];

    [Fact(Timeout = 600_000)]
    public async Task Each_key_press_reveals_the_next_rank_of_the_final_part()
    {
        string challenge = generated.Generate("prizes", GeneratedHarbour.Options with
        {
            Language = Language.Dutch,
            FinalShare = 0.5,
            Closes = DateTimeOffset.UtcNow.AddDays(1),
        });
        await using RunningBoard board = await RunningBoard.WithChallenges(challenge);
        await HandIn(board, challenge);
        IPage wall = await (await browser.Of(board.Address)).NewPageAsync();
        await wall.GotoAsync($"{HarbourAfternoon.Home}/best?projector");
        // The more of the final part a team has found, the less of the live one: the wall has them the other way round.
        await Assertions.Expect(wall.Locator("#standings tbody tr").First).ToContainTextAsync(Names[0]);

        BrowserNewContextOptions projector = new() { ViewportSize = new() { Width = 1920, Height = 1080 } };
        IPage stage = await (await browser.Of(board.Address, projector)).NewPageAsync();
        await stage.GotoAsync(board.OrganiserLink!);
        await stage.GetByLabel("Name").FillAsync("Olga");
        await stage.GetByLabel("Password").FillAsync(Person.Password);
        await stage.GetByRole(AriaRole.Button, new() { Name = "Make my account" }).ClickAsync();
        await stage.GotoAsync($"{HarbourAfternoon.Home}/prizes");
        await Assertions.Expect(stage.GetByText(Words.Dutch.PrizeKeys)).ToBeVisibleAsync();
        await Browser.Picture(stage, "prizes-before");
        // Not every presenter sends the same key, and a hand on the keyboard may have put the focus on a link.
        string[] keys = ["ArrowRight", "Space", "PageDown", "Enter", "ArrowUp"];
        for (int place = Places; place >= 1; place--)
        {
            if (place == Places / 2)
                await stage.Locator("a[rel=prev]").FocusAsync();
            await stage.Keyboard.PressAsync(place == Places / 2 ? "ArrowRight" : keys[place % keys.Length]);
            ILocator newest = stage.Locator(".podium li.newest");
            await Assertions.Expect(newest).ToContainTextAsync(Names[Teams - place]);
            await Assertions.Expect(newest.Locator(".place")).ToHaveTextAsync($"{place}");
            await Assertions.Expect(stage.Locator(".podium li")).ToHaveCountAsync(Places - place + 1);
            if (place is Places / 2 or 1)
                await Browser.Picture(stage, $"prizes-{place}");
        }
        await Looks.Fit(stage);
        await Looks.Accessible(stage);
        await Assertions.Expect(stage.Locator("a[rel=next]")).ToHaveCountAsync(0);
        await stage.Keyboard.PressAsync("ArrowLeft");
        await Assertions.Expect(stage.Locator(".podium li")).ToHaveCountAsync(Places - 1);
    }

    /// <summary>Team by team one more find of the final part, and two fewer of the live one.</summary>
    private static async Task HandIn(RunningBoard board, string challenge)
    {
        string[][] answers =
            [.. File.ReadLines(Path.Combine(challenge, "secret", "answers.csv")).Skip(1).Select(line => line.Split(','))];
        string[] final = [.. Finds("final").Take(Teams)], live = [.. Finds("live").Take(2 * Teams)];
        Assert.Equal((Teams, 2 * Teams), (final.Length, live.Length));
        string[] empty = [.. answers.Where(row => row[2] == "0").Select(row => row[0]).Take(400)];
        using HttpClient http = new() { BaseAddress = board.Address };
        for (int team = 0; team < Teams; team++)
        {
            string[] finds = [.. final.Take(team), .. live.Take(2 * (Teams - team))];
            using HttpRequestMessage request = new(HttpMethod.Post,
                $"/api/v1/c/coke-haven/harbour/walk-in/submissions?team={Uri.EscapeDataString(Names[team])}&name=picks.csv")
            {
                Content = new StringContent(WalkInVisitor.Csv([.. finds, .. empty.Take(400 - finds.Length)])),
            };
            request.Content.Headers.ContentType = new("text/csv");
            request.Headers.Add("Team-Key", WalkInVisitor.NewKey());
            using HttpResponseMessage answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        }

        IEnumerable<string> Finds(string set) => answers.Where(row => row[3] == set && row[2] != "0").Select(row => row[0]);
    }
}
