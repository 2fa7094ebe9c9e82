using System.Security.Cryptography;
using System.Text;
using Evaluator.Board.Folder;
using Evaluator.Board.People;
using Evaluator.Board.Refusals;
using Evaluator.Board.Rewards;
using Evaluator.Board.Scoreboard;
using Evaluator.Board.Shell;
using Evaluator.Standings.Profiles;
using Microsoft.AspNetCore.Mvc;

namespace Evaluator.Board.Profiles;

/// <summary>Profiles for programs and for other boards.</summary>
internal static class ProfileApi
{
    private static readonly Refusal NotThere = Refusal.NotFound("There is nobody of that name who shows a page.");

    public static void Map(WebApplication app, RouteGroupBuilder api)
    {
        app.MapGet("/u/{handle}.json", Signed).ExcludeFromDescription();
        app.MapGet("/u/{handle}/live", Live).DisableRequestTimeout().ExcludeFromDescription();
        api.MapGet("/key", (BoardSignature signature) =>
            Results.Json(new { id = signature.Key.Public.Id.ToString(), pem = signature.Key.Public.ToPem() }))
            .WithSummary("The board's public key: profiles are signed with it.");
        api.MapGet("/u/{handle}", Signed)
            .WithSummary("A person as others see them, signed by the board; `?nonce=` of another board for yourself alone.");
        api.MapGet("/u/{handle}/rewards", Rewards)
            .WithSummary("A person's reward history over all contests of the board, with what was taken back, the newest first.");
        api.MapGet("/people", People).WithSummary(
            "People by what you look for: q, tag, metric, reward, language, within; "
            + "and weights 0 to 10: place, points, reuse, contests, recency.");
        api.MapPut("/me/profile", (ProfileChoice choice, HttpContext context, ProfileDesk desk) =>
            Said(desk.Set(context.User.Visitor(), choice.Parts, choice.About))).RequireAuthorization(Policies.TokenOfCompetitor)
            .WithSummary("Say what others see of you: page, places, submissions, rewards, elsewhere; and a line about yourself.");
        MapElsewhere(api);
        MapBoards(api);
    }

    private static void MapElsewhere(RouteGroupBuilder api)
    {
        api.MapGet("/me/elsewhere", (HttpContext context, ProfileRows rows) =>
            Results.Json(rows.Elsewhere(context.User.Visitor().AccountId!).Select(row => new { row.Id, row.Board, row.Profile.Handle })))
            .RequireAuthorization(Policies.Competitor).WithSummary("What other boards signed of you.");
        api.MapPost("/me/elsewhere/nonce", (HttpContext context, ElsewhereDesk desk) =>
        {
            (string nonce, DateTimeOffset expires) = desk.NewNonce(context.User.Visitor());
            return Results.Json(new { nonce, expires = Moment.Iso(expires) }, statusCode: StatusCodes.Status201Created);
        }).RequireAuthorization(Policies.TokenOfCompetitor).WithSummary("A nonce for another board to sign your profile with.");
        api.MapPost("/me/elsewhere", async (HttpContext context, ElsewhereDesk desk, CancellationToken stop) =>
        {
            using StreamReader body = new(context.Request.Body, Encoding.UTF8);
            return Said(desk.Take(context.User.Visitor(), await body.ReadToEndAsync(stop)));
        }).RequireAuthorization(Policies.TokenOfCompetitor).WithMetadata(new RequestSizeLimitAttribute(ElsewhereDesk.LongestText))
            .WithSummary("Show here what another board signed for your nonce: the body is the signed profile.");
        api.MapDelete("/me/elsewhere/{id}", (string id, HttpContext context, ElsewhereDesk desk) =>
            Said(desk.Remove(context.User.Visitor(), id))).RequireAuthorization(Policies.TokenOfCompetitor)
            .WithSummary("Show it no longer.");
    }

    private static void MapBoards(RouteGroupBuilder api)
    {
        api.MapGet("/organise/boards", (KnownBoards known) => Results.Json(known.All())).RequireAuthorization(Policies.Organiser)
            .WithSummary("The boards whose word on people is taken.");
        api.MapPost("/organise/boards", (NewBoard board, HttpContext context, KnownBoards known) =>
            Said(known.Add(context.User.Visitor(), board.Name, board.Pem))).RequireAuthorization(Policies.TokenOfOrganiser)
            .WithSummary("Take a board's word: what it is called, and its public key.");
        api.MapDelete("/organise/boards/{key}", (string key, HttpContext context, KnownBoards known) =>
            Said(known.Remove(context.User.Visitor(), key))).RequireAuthorization(Policies.TokenOfOrganiser)
            .WithSummary("Take its word no longer.");
    }

    private static IResult Signed(string handle, string? nonce, HttpContext context, ProfileDesk desk) =>
        desk.Find(context.User.Visitor(), handle) is not { } profile
            ? Problems.Of(NotThere)
            : Problems.Of(desk.Sign(context.User.Visitor(), profile, nonce),
                signed => Results.Text(signed.ToText(), "application/json; charset=utf-8"));

    private static IResult Rewards(string handle, HttpContext context, ProfileDesk desk) =>
        desk.Find(context.User.Visitor(), handle) is { } profile
            ? Results.Json(desk.Rewards(profile).Select(RewardApi.Json))
            : Problems.Of(NotThere);

    private static IResult People([AsParameters] PeopleQuery query, ProfileDesk desk, TimeProvider clock) =>
        Results.Json(query.Search.Among(desk.All(), clock.GetUtcNow()).Select(person => new
        {
            handle = person.Profile.Handle,
            place = person.Best is { } best ? new { rank = best.Rank, teams = best.Teams, column = best.Column } : null,
            points = person.Points,
            builtUpon = person.BuiltUpon,
            contests = person.Contests,
            last = person.Last is { } last ? Moment.Iso(last) : null,
        }));

    private static Task Live(string handle, HttpContext context, ProfileDesk desk, Histories histories, IHostApplicationLifetime life)
    {
        Visitor visitor = context.User.Visitor();
        return EventStream.Send(context, life, desk.Find(visitor, handle) is null ? null : new Followed("news",
            () => desk.Find(visitor, handle) is { } profile ? VersionOf(profile) : null, histories.News));
    }

    /// <summary>A name for what the page shows: equal pages have equal names.</summary>
    private static string VersionOf(Profile profile)
    {
        string text = System.Text.Json.JsonSerializer.Serialize((object[])[profile.Contests, profile.Elsewhere.Select(row => row.Id)]);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
    }

    private static IResult Said(Refusal? refusal) => refusal is null ? Results.NoContent() : Problems.Of(refusal);
}
