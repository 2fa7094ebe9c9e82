using Evaluator.Board.Contests;
using Evaluator.Board.Journals;
using Evaluator.Board.People;
using Evaluator.Board.Refusals;

namespace Evaluator.Board.Teams;

/// <summary>Rules and teams for programs.</summary>
internal static class TeamApi
{
    public static void Map(RouteGroupBuilder api)
    {
        RouteGroupBuilder contest = api.MapGroup("/c/{contest}");
        contest.MapPost("/rules", Accept).RequireAuthorization(Policies.TokenOfCompetitor)
            .WithSummary("Accept the rules: {\"version\": n}.");
        contest.MapGet("/team", Own).RequireAuthorization(Policies.Competitor).WithSummary("Your team in this contest.");
        contest.MapPost("/team", Make).RequireAuthorization(Policies.TokenOfCompetitor).WithSummary("Make a team: {\"name\": \"…\"}.");
        contest.MapPost("/team/invitation", Invite).RequireAuthorization(Policies.TokenOfCompetitor)
            .WithSummary("A new link to your team; the one before ends. Captains only.");
        contest.MapPost("/team/join/{code}", Join).RequireAuthorization(Policies.TokenOfCompetitor).RequireRateLimiting(Policies.Guessing)
            .WithSummary("Join the team of a captain's link.");
        contest.MapDelete("/team/members/{member}", Leave).RequireAuthorization(Policies.TokenOfCompetitor)
            .WithSummary("Leave the team (your own id, or `me`), or take a member out.");
    }

    private static IResult Accept(string contest, RulesVersion accepted, HttpContext context, ContestShelf shelf, Roster roster) =>
        In(contest, shelf, live => roster.AcceptRules(context.User.Visitor(), live, accepted.Version));

    private static IResult Own(string contest, HttpContext context, ContestShelf shelf, TeamNames names, Accounts accounts)
    {
        if (shelf.Find(contest)?.Live.TeamOf(context.User.Visitor().AccountId!) is not { } team)
            return Problems.Of(Refusal.NotFound("You are in no team of such a contest."));
        IReadOnlyDictionary<string, string> handles = accounts.Handles(team.Members);
        return Results.Json(new
        {
            team.Id,
            name = names.NameOf(team.Id),
            captain = team.Captain,
            members = team.Members.Select(id => new { id, handle = handles.GetValueOrDefault(id, "erased") })
        });
    }

    private static IResult Make(string contest, TeamName wanted, HttpContext context, ContestShelf shelf, Roster roster) =>
        shelf.Find(contest) is not { } running
        ? NotThere(contest)
        : Problems.Of(roster.Make(context.User.Visitor(), running.Live, wanted.Name), team =>
            Results.Json(new { id = team }, statusCode: StatusCodes.Status201Created));

    private static IResult Invite(string contest, HttpContext context, ContestShelf shelf, Roster roster) =>
        shelf.Find(contest) is not { } running
        ? NotThere(contest)
        : Problems.Of(roster.Invite(context.User.Visitor(), running.Live), code =>
            Results.Json(new { code, page = $"/c/{contest}/team/join/{code}" }, statusCode: 201));

    private static IResult Join(string contest, string code, HttpContext context, ContestShelf shelf, Roster roster) =>
        In(contest, shelf, live => roster.Join(context.User.Visitor(), live, code));

    private static IResult Leave(string contest, string member, HttpContext context, ContestShelf shelf, Roster roster) =>
        In(contest, shelf, live => roster.Leave(context.User.Visitor(), live, member == "me" ? null : member));

    private static IResult In(string contest, ContestShelf shelf, Func<LiveContest, Refusal?> act) =>
        shelf.Find(contest) is not { } running ? NotThere(contest)
        : act(running.Live) is { } refusal ? Problems.Of(refusal)
        : Results.NoContent();

    private static IResult NotThere(string contest) => Problems.Of(Refusal.NotFound($"There is no contest \"{contest}\"."));
}
