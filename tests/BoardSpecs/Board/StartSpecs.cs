using System.Net;
using System.Text.Json;
using Evaluator.Specs;

namespace Evaluator.BoardSpecs.Board;

/// <summary>The program starts, answers, refuses in its own words, and ends in time.</summary>
public class StartSpecs
{
    private const int Timeout = 120_000;

    [Fact(Timeout = Timeout)]
    public async Task An_empty_board_says_what_to_do_next_and_offers_its_organiser_a_link()
    {
        await using RunningBoard board = await RunningBoard.WithChallenges();
        using HttpClient client = new() { BaseAddress = board.Address };
        Assert.Contains("evaluator board add", await client.GetStringAsync("/", TestContext.Current.CancellationToken));
        Assert.Contains("Become an organiser", await client.GetStringAsync(board.OrganiserLink, TestContext.Current.CancellationToken));
    }

    [Fact(Timeout = Timeout)]
    public async Task What_is_not_there_is_a_problem_for_programs_and_a_page_for_people_both_with_the_policy()
    {
        await using RunningBoard board = await RunningBoard.WithChallenges();
        using HttpClient client = new() { BaseAddress = board.Address };
        using HttpResponseMessage problem = await client.GetAsync("/api/v1/nothing", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, problem.StatusCode);
        Assert.Equal("application/problem+json", problem.Content.Headers.ContentType?.MediaType);
        JsonElement content =
            JsonDocument.Parse(await problem.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
        Assert.Equal(404, content.GetProperty("status").GetInt32());
        using HttpResponseMessage page = await client.GetAsync("/nothing", TestContext.Current.CancellationToken);
        Assert.Equal("text/html", page.Content.Headers.ContentType?.MediaType);
        ForEvery.In((HttpResponseMessage[])[problem, page],
            answer => Assert.Contains("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single()));
    }

    [Fact]
    public async Task A_folder_that_is_no_board_is_refused_with_what_to_do()
    {
        (int exitCode, string output) = await RunningBoard.Runs("serve", Path.GetTempPath());
        Assert.Equal(2, exitCode);
        Assert.Contains("evaluator board new", output);
    }
}
