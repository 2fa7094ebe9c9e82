using Evaluator.Board.Contests;
using Evaluator.Board.Journals;
using Evaluator.Board.People;
using Evaluator.Board.Refusals;
using Evaluator.Board.Submissions;
using Evaluator.Board.Teams;

namespace Evaluator.Board.Organising;

/// <summary>Who competes and what they handed in, for organisers' programs, as their pages list it.</summary>
internal static class CompetitorApi
{
    public static void Map(RouteGroupBuilder api)
    {
        RouteGroupBuilder reads = api.MapGroup("/organise/{contest}").RequireAuthorization(Policies.Organiser);
        reads.MapGet("/submissions", Submissions).WithSummary("All submissions, the newest first, "
            + $"{SubmissionRows.PageSize} a page: ?q= words that all have to be there (id, file, remark, hash, team), ?phase=, ?page=.");
        reads.MapGet("/teams", Teams).WithSummary("All teams with their members; the first is the captain.");
    }

    private static IResult Submissions(
        string contest, string? q, string? phase, int? page, HttpContext context, ContestShelf shelf, SubmissionViews views) =>
        shelf.Find(contest) is { } running
            ? Results.Json(views.Search(
                context.User.Visitor(), running, q, string.IsNullOrEmpty(phase) ? null : phase, Math.Max(1, page ?? 1))
                .Select(SubmissionApi.Json))
            : Problems.Of(Refusal.NotFound($"There is no contest \"{contest}\"."));

    private static IResult Teams(string contest, ContestShelf shelf, TeamNames names, Accounts accounts)
    {
        if (shelf.Find(contest) is not { } running)
            return Problems.Of(Refusal.NotFound($"There is no contest \"{contest}\"."));
        IReadOnlyList<TeamSoFar> teams = running.Live.Teams;
        IReadOnlyDictionary<string, string> called = names.Of(contest), handles = accounts.Handles(teams.SelectMany(team => team.Members));
        return Results.Json(teams.Select(team => new
        {
            id = team.Id,
            name = called.GetValueOrDefault(team.Id, "erased"),
            members = team.Members.Select(member => new { account = member, handle = handles.GetValueOrDefault(member, "erased") }),
            ignored = team.IsIgnored,
        }));
    }
}
