using Evaluator.Board.Contests;
using Evaluator.Board.Journals;
using Evaluator.Board.People;
using Evaluator.Board.Refusals;
using Evaluator.Board.Teams;
using Evaluator.Challenges;

namespace Evaluator.Board.Organising;

/// <summary>What organisers do, for their programs: a token with the scope "organise".</summary>
internal static class OrganiseApi
{
    public static void Map(RouteGroupBuilder api)
    {
        RouteGroupBuilder reads = api.MapGroup("/organise").RequireAuthorization(Policies.Organiser);
        RouteGroupBuilder changes = api.MapGroup("/organise").RequireAuthorization(Policies.TokenOfOrganiser);
        changes.MapPost("/invitations", (NewInvitation wanted, HttpContext context, PeopleDesk desk) =>
                Problems.Of(desk.Invite(context.User.Visitor(), wanted), code =>
                    Results.Json(new { code, page = $"/join/{Uri.EscapeDataString(code)}" }, statusCode: 201)))
            .WithSummary("Make an invitation: role, contest, note, uses, days, and a code of your own for a wall.");
        reads.MapGet("/invitations", (Invitations invitations) => Results.Json(invitations.All()))
            .WithSummary("The invitations, without their codes.");
        changes.MapDelete("/invitations/{sha256}", (string sha256, HttpContext context, PeopleDesk desk) =>
            Said(desk.Revoke(context.User.Visitor(), sha256))).WithSummary("Revoke an invitation by the SHA-256 of its code.");
        reads.MapGet("/people", (Accounts accounts) =>
            Results.Json(accounts.All().Select(account => new { account.Id, account.Handle, account.Role, account.Created })))
            .WithSummary("The accounts of the board.");
        changes.MapPut("/people/{account}/role", (string account, RoleName wanted, HttpContext context, PeopleDesk desk) =>
            Said(desk.SetRole(context.User.Visitor(), account, wanted.Role))).WithSummary("Make somebody an organiser or a competitor.");
        changes.MapPost("/people/{account}/password", (string account, HttpContext context, PeopleDesk desk) =>
                Problems.Of(desk.ResetPassword(context.User.Visitor(), account), password => Results.Json(new { password })))
            .WithSummary("Reset a lost password; the answer is the only time it is shown.");
        reads.MapGet("/audit", (int? page, AuditLog audit) => Results.Json(audit.Read(null, Math.Max(1, page ?? 1))))
            .WithSummary("The audit log, the newest first.");
        MapContest(reads.MapGroup("/{contest}").AddEndpointFilter(KnownContest.Asked),
            changes.MapGroup("/{contest}").AddEndpointFilter(KnownContest.Asked));
    }

    private static void MapContest(RouteGroupBuilder reads, RouteGroupBuilder changes)
    {
        reads.MapGet("/phases/{phase}", (string contest, string phase, ContestShelf shelf) =>
            shelf.Find(contest)?.Live.Phase(phase) is { } known
            ? Results.Json(PhaseForm.Of(known)) : Problems.Of(NotThere)).WithSummary("A phase's settings as they can be set.");
        reads.MapGet("/phases/{phase}/ladder", (string contest, string phase, ContestShelf shelf, TeamNames names) =>
            shelf.Find(contest)?.Live.Ask(fold => fold.Phase(phase) is { } known ? fold.LadderOf(known) : null) is { } report
            ? Results.Json(new
            {
                report.Column,
                report.StepPercent,
                report.MeanKeptBack,
                report.BeyondAStep,
                teams = report.Teams.Select(
                    team => new { team.Team, name = names.NameOf(team.Team), team.Entries, team.Hidden, team.Released, team.KeptBack }),
            })
            : Problems.Of(Refusal.NotFound("There is no such phase with a ladder that releases something.")))
            .WithSummary("What a phase's ladder keeps back: hidden scores against released ones, and how far the field has overfitted.");
        changes.MapPut("/phases/{phase}",
            (string contest, string phase, PhaseForm form, HttpContext context, ContestShelf shelf, ContestDesk desk) =>
            In(contest, shelf, live => live.Phase(phase) is not { } known ? NotThere : form.Over(known) is var over && over.IsRefused
                ? over.Refusal
                : desk.SetPhase(context.User.Visitor(), live, over.Value))).WithSummary("Set a phase, for submissions from now on.");
        changes.MapPut("/phases/{phase}/freeze",
            (string contest, string phase, Holds wanted, HttpContext context, ContestShelf shelf, ContestDesk desk) =>
            In(contest, shelf, live => desk.Freeze(context.User.Visitor(), live, phase, wanted.Value)))
                .WithSummary("Freeze a phase, or lift the freeze: {\"holds\": true}.");
        changes.MapPut("/phases/{phase}/publish",
            (string contest, string phase, Holds wanted, HttpContext context, ContestShelf shelf, ContestDesk desk) =>
            In(contest, shelf, live => desk.Publish(context.User.Visitor(), live, phase, wanted.Value)))
                .WithSummary("Publish a phase, or take it back.");
        changes.MapPost("/ignored", (string contest, Judged judged, HttpContext context, ContestShelf shelf, ContestDesk desk) =>
                In(contest, shelf, live => desk.Ignore(context.User.Visitor(), live, judged.Submission, judged.Team, judged.Reason)))
            .WithSummary("Take a submission or a team out of the standings, with a reason.");
        changes.MapPost("/reinstated", (string contest, Judged judged, HttpContext context, ContestShelf shelf, ContestDesk desk) =>
            In(contest, shelf, live => desk.Reinstate(context.User.Visitor(), live, judged.Submission, judged.Team, judged.Reason)))
                .WithSummary("Bring it back.");
        reads.MapGet("/baselines", (string contest, ContestShelf shelf, BaselineDesk desk) => shelf.Find(contest) is { } running
            ? Results.Json(desk.Of(running).Select(view => new
            {
                view.Baseline.Name,
                view.Baseline.Title,
                view.From,
                state = view.Source?.State,
                commit = view.Source?.CommitId,
                view.Says,
            }))
            : Problems.Of(NotThere)).WithSummary("The baselines, and how far they are.");
        changes.MapPost("/baselines/{baseline}/again",
            (string contest, string baseline, HttpContext context, ContestShelf shelf, BaselineDesk desk) =>
            shelf.Find(contest) is { } running ? Said(desk.Again(context.User.Visitor(), running, baseline)) : Problems.Of(NotThere))
                .WithSummary("Have a baseline that could not be fetched from its repository fetched again.");
        MapRejudging(reads, changes);
    }

    private static void MapRejudging(RouteGroupBuilder reads, RouteGroupBuilder changes)
    {
        reads.MapGet("/rejudge", (string contest, RejudgeDesk desk) => Results.Json(desk.All(contest))).WithSummary("The rejudge sets.");
        changes.MapPost("/rejudge", (string contest, NewRejudge wanted, HttpContext context, ContestShelf shelf, RejudgeDesk desk) =>
            shelf.Find(contest) is not { } running
                ? Problems.Of(NotThere)
                : Problems.Of(desk.Make(context.User.Visitor(), running, wanted.Submissions ?? [], wanted.Reason), set =>
                    Results.Json(new { id = set }, statusCode: 201)))
            .WithSummary("Evaluate submissions again, invisibly.");
        reads.MapGet("/rejudge/{set}/preview", Preview)
            .WithSummary("What applying the set would change; of an applied one, what taking it back would.");
        changes.MapPost("/rejudge/{set}/apply", (string contest, string set, HttpContext context, ContestShelf shelf, RejudgeDesk desk) =>
            In(contest, shelf, live => desk.Apply(context.User.Visitor(), live, set))).WithSummary("Let the new results count.");
        changes.MapPost("/rejudge/{set}/take-back",
            (string contest, string set, Why why, HttpContext context, ContestShelf shelf, RejudgeDesk desk) =>
            In(contest, shelf, live => desk.TakeBack(context.User.Visitor(), live, set, why.Reason)))
                .WithSummary("Let the results of before an applied set count again, with a reason; the set is open then.");
        changes.MapPost("/rejudge/{set}/cancel", (string contest, string set, HttpContext context, ContestShelf shelf, RejudgeDesk desk) =>
            In(contest, shelf, live => desk.Cancel(context.User.Visitor(), live, set))).WithSummary("Forget the set.");
    }

    private static IResult Preview(string contest, string set, ContestShelf shelf, RejudgeDesk desk)
    {
        if (shelf.Find(contest) is not { } running || desk.All(contest).FirstOrDefault(one => one.Id == set) is not { } known)
            return Problems.Of(NotThere);
        return Results.Json(new
        {
            missing = RejudgeDesk.Missing(running.Live, known),
            changes = RejudgeDesk.Preview(running.Live, known).Select(phase => new { phase = phase.Phase, phase.Changes }),
        });
    }

    private static readonly Refusal NotThere = Refusal.NotFound("There is nothing of that name.");

    private static IResult In(string contest, ContestShelf shelf, Func<LiveContest, Refusal?> act) =>
        shelf.Find(contest) is { } running ? Said(act(running.Live)) : Problems.Of(NotThere);

    private static IResult Said(Refusal? refusal) => refusal is null ? Results.NoContent() : Problems.Of(refusal);
}
