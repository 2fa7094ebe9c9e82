using Evaluator.Board.Contests;
using Evaluator.Board.People;
using Evaluator.Board.Refusals;
using Evaluator.Board.Shell;
using Evaluator.Board.Submissions;
using Evaluator.Challenges;
using Evaluator.Standings.Contests;

namespace Evaluator.Board.Models;

/// <summary>Open models for programs.</summary>
internal static class ModelApi
{
    private static readonly Refusal NotThere = Refusal.NotFound("There is no such submission that you may see.");

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/c/{contest}/{phase}/models", All)
            .WithSummary("The open models of a phase, in the order in which they came in: values, likes, parents with gains, children.");
        api.MapPut("/submissions/{id}/like", (string id, HttpContext context, SubmissionViews views, ModelDesk desk) =>
            In(id, context, views, view => desk.Like(context.User.Visitor(), view, likes: true)))
            .RequireAuthorization(Policies.TokenOfCompetitor).WithSummary("Like an open model of another team; again is nothing.");
        api.MapDelete("/submissions/{id}/like", (string id, HttpContext context, SubmissionViews views, ModelDesk desk) =>
            In(id, context, views, view => desk.Like(context.User.Visitor(), view, likes: false)))
            .RequireAuthorization(Policies.TokenOfCompetitor).WithSummary("Take the like back.");
        api.MapPost("/submissions/{id}/parents", (string id, NewParent named, HttpContext context, SubmissionViews views, ModelDesk desk) =>
            In(id, context, views, view => desk.BasedOn(context.User.Visitor(), view, named.Parent)))
            .RequireAuthorization(Policies.TokenOfCompetitor).WithSummary("Say what a submission of your team is based on; it stays said.");
    }

    private static IResult All(string contest, string phase, ContestShelf shelf, TimeProvider clock)
    {
        if (shelf.Find(contest) is not { } running || running.Live.Phase(phase) is not { } known || known.Models == ModelAccess.Never)
            return Problems.Of(Refusal.NotFound($"There is no phase \"{phase}\" with open models in a contest \"{contest}\"."));
        DateTimeOffset now = clock.GetUtcNow();
        return Results.Json(running.Live.Ask(fold => fold.OpenModels(fold.Phase(phase)!, now)).Select(model => new
        {
            submission = model.Shown.Id,
            team = model.Shown.Team,
            at = Moment.Iso(model.Shown.At),
            format = model.Format,
            value = model.Value,
            likes = model.Likes.Count,
            parents = model.Parents.Select(Json),
            children = model.Children.Select(Json),
        }));
    }

    private static object Json(ModelLink link) => new { submission = link.Other, team = link.Team, origin = link.Origin, gain = link.Gain };

    private static IResult In(string id, HttpContext context, SubmissionViews views, Func<SubmissionView, Refusal?> act) =>
        views.Find(context.User.Visitor(), id) is not { } view ? Problems.Of(NotThere)
        : act(view) is { } refusal ? Problems.Of(refusal)
        : Results.NoContent();
}
