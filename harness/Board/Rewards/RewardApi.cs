using Evaluator.Board.Contests;
using Evaluator.Board.Journals;
using Evaluator.Board.People;
using Evaluator.Board.Refusals;
using Evaluator.Board.Scoreboard;
using Evaluator.Board.Shell;
using Evaluator.Board.Teams;
using Evaluator.Challenges;
using Evaluator.Challenges.Reading;
using Evaluator.Standings.Log.Bodies;

namespace Evaluator.Board.Rewards;

/// <summary>Rewards for programs, and the stream by which their page follows. A rule has the form that it has in
/// <c>challenge.json</c>.</summary>
internal static class RewardApi
{
    private const int LongestRule = 16 * 1024;

    private static readonly Refusal NotThere = Refusal.NotFound("There is nothing of that name.");

    public static void Map(WebApplication app, RouteGroupBuilder api)
    {
        api.MapGet("/rewards", (RewardHistory history) => Results.Json(history.OfBoard().Select(Json)))
            .WithSummary("The reward history of the whole board, the newest first.");
        api.MapGet("/c/{contest}/rewards", (string contest, string? team, ContestShelf shelf, RewardHistory history) =>
            shelf.Find(contest) is { } running ? Results.Json(history.Of(running, team).Select(Json)) : Problems.Of(NotThere))
            .WithSummary("The reward history of a contest, the newest first; `?team=` that of one.");
        api.MapGet("/c/{contest}/rules/rewards", (string contest, ContestShelf shelf) =>
            shelf.Find(contest) is { } running ? Results.Json(Rules(running)) : Problems.Of(NotThere))
            .WithSummary("The reward rules as they are now, in the form that they have in challenge.json.");
        app.MapGet("/c/{contest}/rewards/live", Live).DisableRequestTimeout().ExcludeFromDescription();
        MapChanges(api.MapGroup("/organise/{contest}").RequireAuthorization(Policies.TokenOfOrganiser));
    }

    private static void MapChanges(RouteGroupBuilder changes)
    {
        changes.MapPut("/rewards/rules", Set).WithSummary("Set a rule, new or a new version, for submissions from now on.");
        changes.MapPost("/rewards/rules/preview", Preview).WithSummary("Who would get what if this rule had held from the start.");
        changes.MapDelete("/rewards/rules/{rule}",
            (string contest, string rule, HttpContext context, ContestShelf shelf, RewardsDesk desk) =>
            In(contest, shelf, live => desk.End(context.User.Visitor(), live, rule))).WithSummary("End a rule; what it paid stands.");
        changes.MapPost("/rewards/grants", (string contest, NewGrant grant, HttpContext context, ContestShelf shelf, RewardsDesk desk) =>
            In(contest, shelf, live => desk.Give(context.User.Visitor(), live, grant.Team, grant.Points, grant.Reason)))
            .WithSummary("Give points to a team, with a reason.");
        changes.MapDelete("/rewards/grants", (string contest, string? id, HttpContext context, ContestShelf shelf, RewardsDesk desk) =>
            In(contest, shelf, live => desk.TakeBack(context.User.Visitor(), live, id))).WithSummary("Take a grant back: `?id=`.");
        changes.MapPut("/attested", (string contest, Attestation said, HttpContext context, ContestShelf shelf, RewardsDesk desk) =>
            In(contest, shelf, live => desk.Attest(context.User.Visitor(), live, said.Submission, said.Holds, said.Reason)))
            .WithSummary("Say whether a submission is a single model, as its team declares.");
    }

    private static async Task<IResult> Set(
        string contest, HttpContext context, ContestShelf shelf, RewardsDesk desk, CancellationToken stop)
    {
        if (shelf.Find(contest) is not { } running)
            return Problems.Of(NotThere);
        Outcome<RewardRule> rule = RewardsDesk.Read(running, await Body(context.Request, stop));
        Refusal? refusal = rule.IsRefused ? rule.Refusal : desk.Set(context.User.Visitor(), running.Live, rule.Value);
        return refusal is null ? Results.NoContent() : Problems.Of(refusal);
    }

    private static async Task<IResult> Preview(string contest, HttpContext context, ContestShelf shelf, CancellationToken stop) =>
        shelf.Find(contest) is not { } running
            ? Problems.Of(NotThere)
            : Problems.Of(RewardsDesk.Read(running, await Body(context.Request, stop)), rule =>
                Results.Json(RewardsDesk.Preview(running, rule)
                    .Select(award => new { id = award.Id, team = award.Team, submission = award.Submission, points = award.Points })));

    private static async Task<byte[]> Body(HttpRequest request, CancellationToken stop)
    {
        using MemoryStream content = new();
        byte[] part = new byte[4096];
        for (int read; content.Length <= LongestRule && (read = await request.Body.ReadAsync(part, stop)) > 0;)
            content.Write(part, 0, read);
        return content.ToArray();
    }

    private static Task Live(string contest, HttpContext context, ContestShelf shelf, IHostApplicationLifetime life) =>
        EventStream.Send(context, life, shelf.Find(contest) is { } running
            ? new Followed("news", () => RewardHistory.VersionOf(running.Live), () => running.Live.News) : null);

    private static IResult In(string contest, ContestShelf shelf, Func<LiveContest, Refusal?> act) =>
        shelf.Find(contest) is not { } running ? Problems.Of(NotThere)
        : act(running.Live) is { } refusal ? Problems.Of(refusal)
        : Results.NoContent();

    private static IEnumerable<object> Rules(RunningContest contest) =>
        contest.Live.Ask(fold => fold.Rewards.Rules)
            .Select(version => new { ended = version.Ended, rule = RewardText.Write(version.Rule) });

    public static object Json(RewardLine line) => new
    {
        contest = line.Contest.Name,
        id = line.Id,
        rule = line.Rule,
        kind = line.Kind.ToString(),
        title = line.Title,
        phase = line.Phase?.Name,
        team = line.Team,
        name = line.TeamName,
        submission = line.Submission,
        points = line.Points,
        at = Moment.Iso(line.At),
        takenBack = line.TakenBack is { } back ? Moment.Iso(back) : null,
    };
}
