using Evaluator.Board.Commits;
using Evaluator.Board.Contests;
using Evaluator.Board.People;
using Evaluator.Board.Refusals;
using Evaluator.Board.Shell;

namespace Evaluator.Board.Repositories;

/// <summary>Repositories, deliveries and authors for programs; what the page of repositories does.</summary>
internal static class RepositoryApi
{
    public static void Map(RouteGroupBuilder api)
    {
        RouteGroupBuilder reads = api.MapGroup("/c/{contest}").RequireAuthorization(Policies.Competitor);
        RouteGroupBuilder changes = api.MapGroup("/c/{contest}").RequireAuthorization(Policies.TokenOfCompetitor);
        reads.MapGet("/repositories", Repositories).WithSummary("Your team's repositories.");
        reads.MapGet("/deliveries", Deliveries).WithSummary("What your team's repositories delivered, the newest first.");
        reads.MapGet("/deliveries/{id}", OneDelivery)
            .WithSummary("A delivery: `step` received, fetching, refused …; then its submission.");
        reads.MapGet("/authors", Authors).WithSummary("The authors of your team's commits, and who claims to be them.");
        changes.MapPost("/repositories", Register)
            .WithSummary("Register a repository: {\"url\": …, \"path\": …, \"phase\": …, \"branch\": …}. Its secret is shown this once.");
        changes.MapPost("/repositories/{id}/secret", Rotate)
            .WithSummary("A new secret; the one before it stays good for 7 days. It is shown this once.");
        changes.MapDelete("/repositories/{id}/secret/previous", (string contest, string id, HttpContext context, ContestShelf shelf,
            RepositoryDesk desk) => Said(contest, shelf, running => desk.EndPrevious(context.User.Visitor(), running.Live, id)))
            .WithSummary("End the secret before the newest one at once.");
        changes.MapDelete("/repositories/{id}", (string contest, string id, HttpContext context, ContestShelf shelf, RepositoryDesk desk) =>
            Said(contest, shelf, running => desk.Remove(context.User.Visitor(), running.Live, id))).WithSummary("Remove a repository.");
        changes.MapPost("/deliveries/{id}/again", (string contest, string id, HttpContext context, ContestShelf shelf, Inbox inbox) =>
            Said(contest, shelf, running => inbox.Again(context.User.Visitor(), running, id)))
            .WithSummary("Have a refused delivery tried again.");
        changes.MapPost("/{phase}/commits", Commit)
            .WithSummary("Hand in a commit of a registered repository, without a hook: {\"url\": …, \"commit\": …}. 202 with a delivery.");
        changes.MapPut("/authors", (string contest, string? mail, HttpContext context, ContestShelf shelf, AuthorClaims claims) =>
            Said(contest, shelf, running => claims.Claim(context.User.Visitor(), running.Live, mail)))
            .WithSummary("Say that an author of your team's commits is you: ?mail=.");
        changes.MapPost("/authors/confirm", (string contest, string? mail, HttpContext context, ContestShelf shelf, AuthorClaims claims) =>
            Said(contest, shelf, running => claims.Confirm(context.User.Visitor(), running.Live, mail)))
            .WithSummary("The captain confirms such a claim: ?mail=.");
        changes.MapDelete("/authors", (string contest, string? mail, HttpContext context, ContestShelf shelf, AuthorClaims claims) =>
            Said(contest, shelf, running => claims.End(context.User.Visitor(), running.Live, mail)))
            .WithSummary("End such a claim: ?mail=.");
    }

    private static IResult Repositories(string contest, HttpContext context, ContestShelf shelf, RepositoryDesk desk) =>
        InTeam(contest, context, shelf) is not { } running ? Problems.Of(NoTeam)
        : Results.Json(desk.Own(context.User.Visitor(), running.Live).Select(one => Json(one, context, desk.HasPrevious(one))));

    private static IResult Deliveries(string contest, HttpContext context, ContestShelf shelf, DeliveryViews views) =>
        InTeam(contest, context, shelf) is not { } running ? Problems.Of(NoTeam)
        : Results.Json(views.Own(context.User.Visitor(), running.Live).Select(Json));

    private static IResult OneDelivery(string contest, string id, HttpContext context, ContestShelf shelf, DeliveryViews views) =>
        InTeam(contest, context, shelf) is { } running && views.Find(context.User.Visitor(), running.Live, id) is { } view
            ? Results.Json(Json(view))
            : Problems.Of(Refusal.NotFound("Your team has no such delivery."));

    private static IResult Authors(
        string contest, HttpContext context, ContestShelf shelf, AuthorClaims claims, Accounts accounts)
    {
        if (InTeam(contest, context, shelf) is not { } running)
            return Problems.Of(NoTeam);
        IReadOnlyList<CommitAuthor> authors = claims.Of(contest, running.Live.TeamOf(context.User.Visitor().AccountId!)!.Id);
        IReadOnlyDictionary<string, string> handles = accounts.Handles([.. authors.Select(author => author.Account).OfType<string>()]);
        return Results.Json(authors.Select(author => new
        {
            mail = author.Mail,
            name = author.Name,
            commits = author.Commits,
            claimedBy = author.Account is { } account ? handles.GetValueOrDefault(account, "erased") : null,
            confirmed = author.Confirmed is not null,
        }));
    }

    private static IResult Register(string contest, NewRepository wanted, HttpContext context, ContestShelf shelf, RepositoryDesk desk) =>
        shelf.Find(contest) is not { } running ? Problems.Of(NoContest(contest))
        : Problems.Of(desk.Register(context.User.Visitor(), running.Live, wanted), made =>
            Results.Json(WithSecret(made, context), statusCode: StatusCodes.Status201Created));

    private static IResult Rotate(string contest, string id, HttpContext context, ContestShelf shelf, RepositoryDesk desk) =>
        shelf.Find(contest) is not { } running ? Problems.Of(NoContest(contest))
        : Problems.Of(desk.Rotate(context.User.Visitor(), running.Live, id), made => Results.Json(WithSecret(made, context)));

    private static IResult Commit(
        string contest, string phase, WantedCommit wanted, HttpContext context, ContestShelf shelf, Inbox inbox) =>
        shelf.Find(contest) is not { } running || running.Live.Phase(phase) is null
            ? Problems.Of(Refusal.NotFound($"There is no phase \"{phase}\" of a contest \"{contest}\"."))
            : Problems.Of(inbox.Take(context.User.Visitor(), running, phase, wanted.Url, wanted.Commit), delivery => Results.Json(
                new { delivery = delivery.Id, state = delivery.State, status = $"/api/v1/c/{contest}/deliveries/{delivery.Id}" },
                statusCode: StatusCodes.Status202Accepted));

    private static RunningContest? InTeam(string contest, HttpContext context, ContestShelf shelf) =>
        shelf.Find(contest) is { } running && running.Live.TeamOf(context.User.Visitor().AccountId!) is not null ? running : null;

    private static IResult Said(string contest, ContestShelf shelf, Func<RunningContest, Refusal?> work) =>
        shelf.Find(contest) is not { } running ? Problems.Of(NoContest(contest))
        : work(running) is { } refusal ? Problems.Of(refusal)
        : Results.NoContent();

    private static object WithSecret(Registered made, HttpContext context) => new
    {
        repository = Json(made.Repository, context, hasPrevious: false),
        secret = made.Secret,
        controlFile = Repository.ControlFile,
        controlLine = made.Repository.Control,
    };

    private static object Json(Repository one, HttpContext context, bool hasPrevious) => new
    {
        id = one.Id,
        url = one.Url,
        provider = one.Provider,
        path = one.Path,
        phase = one.Phase,
        branch = one.Branch,
        hook = $"{context.Request.Scheme}://{context.Request.Host}{one.HookPath}",
        controlFile = Repository.ControlFile,
        controlLine = one.Control,
        previousSecretIsGood = hasPrevious,
        unsignedDeliveries = one.UnsignedCount,
    };

    private static object Json(DeliveryView view) => new
    {
        id = view.Delivery.Id,
        repository = view.Delivery.Repository,
        phase = view.Delivery.Phase,
        @ref = view.Delivery.ShortRef,
        commit = view.Delivery.Wanted,
        received = Moment.Iso(DateTimeOffset.FromUnixTimeMilliseconds(view.Delivery.Received)),
        state = view.Delivery.State,
        step = view.Step,
        says = view.Says,
        submission = view.Delivery.Submission,
    };

    private static Refusal NoTeam => Refusal.NotFound("You are in no team of such a contest.");

    private static Refusal NoContest(string contest) => Refusal.NotFound($"There is no contest \"{contest}\".");
}
