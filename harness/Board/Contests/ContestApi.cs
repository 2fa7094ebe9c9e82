using Evaluator.Board.Answers;
using Evaluator.Board.Journals;
using Evaluator.Board.People;
using Evaluator.Board.Refusals;
using Evaluator.Board.Shell;
using Evaluator.Challenges;

namespace Evaluator.Board.Contests;

/// <summary>Contests, rules and files for programs.</summary>
internal static class ContestApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/contests", (ContestShelf shelf, HttpContext context, TimeProvider clock) =>
            Results.Json(shelf.All.Select(contest => Short(contest, context, clock))))
            .WithSummary("The contests of this board.");
        api.MapGet("/c/{contest}", (string contest, ContestShelf shelf, PromiseViews promises, TimeProvider clock) =>
                shelf.Find(contest) is { } running
                    ? Results.Json(Whole(running, promises.Of(running.Live), clock.GetUtcNow()))
                    : NotThere(contest))
            .WithSummary("A contest: columns, phases with their times and quotas, story, what is promised of its answers.");
        api.MapGet("/c/{contest}/rules", (string contest, ContestShelf shelf, Rules rules, HttpContext context) =>
            shelf.Find(contest) is { } running
                ? Results.Json(new
                {
                    version = running.Live.Contest.RulesVersion,
                    text = rules.TextOf(running.Live.Contest.Rules),
                    accepted = HasAccepted(running.Live, context)
                })
                : NotThere(contest))
            .WithSummary("The rules as they are now, and whether you accepted them.");
        api.MapGet("/c/{contest}/files", (string contest, ContestShelf shelf) => shelf.Find(contest) is { } running
                ? Results.Json(ContestFile.Of(running.Folder)
                    .Select(file => new { file.Name, file.Bytes, address = $"/c/{contest}/files/{file.Name}" }))
                : NotThere(contest))
            .WithSummary("What the contest gives out, with addresses.");
    }

    private static bool HasAccepted(LiveContest contest, HttpContext context) =>
        context.User.Visitor().AccountId is { } account && contest.HasAccepted(account);

    private static IResult NotThere(string contest) => Problems.Of(Refusal.NotFound($"There is no contest \"{contest}\"."));

    private static object Short(RunningContest contest, HttpContext context, TimeProvider clock) => new
    {
        contest.Name,
        contest.Live.Contest.Title,
        contest.Challenge.Summary,
        mine = context.User.Visitor().AccountId is { } account && contest.Live.TeamOf(account) is not null,
        phase = PhaseClock.Current(contest.Live.Phases, clock.GetUtcNow())?.Name,
    };

    private static object Whole(RunningContest contest, IReadOnlyList<ShownPromise> promises, DateTimeOffset now) => new
    {
        contest.Name,
        contest.Live.Contest.Title,
        contest.Challenge.Summary,
        kind = contest.Live.Contest.Kind.ToString().ToLowerInvariant(),
        tags = contest.Challenge.Tags.Select(tag => new { tag.Group, tag.Name }),
        contest.Challenge.Story,
        teamCap = contest.Live.Contest.TeamCap,
        easyStart = contest.Challenge.EasyStart,
        baselines = contest.Challenge.Baselines.Select(baseline => new
        {
            baseline.Name,
            baseline.Title,
            baseline.File,
            repository = baseline.Repository is { } source ? new { source.Url, source.Commit, source.Tag, source.Path } : null,
            baseline.Phase,
            baseline.Start,
        }),
        columns = contest.Live.Contest.Columns.Select(column =>
            new { column.Name, column.Title, column.Unit, better = column.Direction == Direction.More ? "more" : "less", column.Decimals }),
        answers = promises.Select(Promise),
        phases = contest.Live.Phases.Select(phase => new
        {
            phase.Name,
            phase.Title,
            phase.Text,
            open = phase.TakesSubmissions(now),
            opens = Moment.Iso(phase.Opens),
            freezes = Iso(phase.Freezes),
            closes = Iso(phase.Closes),
            publishes = Iso(phase.Publishes),
            documentsUntil = Iso(phase.DocumentsUntil),
            needs = phase.Gate is { } gate ? new { gate.Phase, gate.Column, gate.AtLeast, says = GateText.Of(contest.Live, phase) } : null,
            finals = phase.FinalSet is null ? null : $"/api/v1/c/{contest.Name}/{phase.Name}/finals",
            documents = phase.DocumentsUntil is null ? null : $"/api/v1/c/{contest.Name}/{phase.Name}/documents",
            release = phase.Release.ToString().ToLowerInvariant(),
            ranking = phase.Ranking.Columns,
            quotas = phase.Quotas,
            submit = $"/api/v1/c/{contest.Name}/{phase.Name}/submissions",
            standings = $"/api/v1/c/{contest.Name}/{phase.Name}/standings",
        }),
    };

    private static object Promise(ShownPromise promise) => new
    {
        promise.Committed.Set,
        entry = promise.Entry.Seq,
        promised = Moment.Iso(promise.Entry.At),
        opened = Iso(promise.Opened),
        answers = promise.Committed.Answers.Select(answer => new { answer.Name, hash = answer.Hash.ToString() }),
        corrections = promise.Corrections.Select(one => new { at = Moment.Iso(one.At), one.Reason }),
    };

    private static string? Iso(DateTimeOffset? time) => time is { } known ? Moment.Iso(known) : null;
}
