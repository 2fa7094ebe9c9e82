using Evaluator.Jobs;

namespace Evaluator.BoardSpecs.Inputs;

/// <summary>
/// What routes take without the program saying so: headers, queries and bodies that they read themselves. Every route that changes
/// something and declares no body is here, with what it reads or with nothing; one that is missing fails a spec.
/// </summary>
internal static class ReadByHand
{
    private static readonly string[] Leased = ["Lease"], LeasedByHost = ["Lease", "Worker-Host"];

    public static IReadOnlyDictionary<string, string[]> Headers { get; } = new Dictionary<string, string[]>
    {
        ["POST /api/v1/c/{contest}/{phase}/submissions"] = ["Idempotency-Key", "Content-Type"],
        ["POST /api/v1/c/{contest}/{phase}/walk-in/submissions"] = ["Team-Key", "Event-Code", "Idempotency-Key", "Content-Type"],
        ["POST /hooks/{provider}/{repository}"] = ["X-GitHub-Delivery", "X-Hub-Signature-256", "X-GitHub-Event"],
        ["GET /c/{contest}/{phase}/live"] = ["Last-Event-ID"],
        ["GET /api/v1/c/{contest}/{phase}/live"] = ["Last-Event-ID"],
        ["GET /c/{contest}/rewards/live"] = ["Last-Event-ID"],
        ["GET /u/{handle}/live"] = ["Last-Event-ID"],
        ["GET /api/v1/me"] = ["Authorization"],
        ["GET /api/v1/work/{job}/submission"] = Leased,
        ["GET /api/v1/work/{job}/data"] = Leased,
        ["GET /api/v1/work/{job}/files"] = Leased,
        ["GET /api/v1/work/{job}/files/{**name}"] = Leased,
        ["POST /api/v1/work/{job}/plan"] = LeasedByHost,
        ["POST /api/v1/work/{job}/results"] = LeasedByHost,
        ["POST /api/v1/work/{job}/summary"] = LeasedByHost,
        ["POST /api/v1/work/{job}/faults"] = LeasedByHost,
        ["POST /api/v1/work/fetches/{delivery}/heartbeat"] = Leased,
        ["POST /api/v1/work/fetches/{delivery}/refusal"] = Leased,
        ["POST /api/v1/work/fetches/{delivery}/commit"] = Leased,
    };

    public static IReadOnlyDictionary<string, string[]> Query { get; } = new Dictionary<string, string[]>
    {
        ["GET /api/v1/c/{contest}/{phase}/trade-offs"] = ["x", "y", "by", "limit.score"],
        ["GET c/{contest}/{phase}/trade-offs"] = ["x", "y", "by", "limit.score"],
        ["GET c/{contest}/{phase}/standings"] = ["projector"],
        ["GET c/{contest}/{phase}/best"] = ["projector"],
        ["GET people"] = ["anything"],   // it writes all of its query into the links to other pages
    };

    public static (BodyKind Kind, Type? Type) BodyOf(RouteInput route) =>
        route.Body is not null ? (BodyKind.Json, route.Body) : Bodies.GetValueOrDefault(route.Name);

    /// <summary>What a route's body is; the type is that of its JSON, or of the report in its form of several parts.</summary>
    public static IReadOnlyDictionary<string, (BodyKind Kind, Type? Type)> Bodies { get; } =
        new Dictionary<string, (BodyKind, Type?)>
        {
            ["POST /api/v1/c/{contest}/{phase}/submissions"] = (BodyKind.File, null),
            ["POST /api/v1/c/{contest}/{phase}/walk-in/submissions"] = (BodyKind.File, null),
            ["POST /api/v1/c/{contest}/{phase}/documents"] = (BodyKind.File, null),
            ["POST /api/v1/me/elsewhere"] = (BodyKind.Json, typeof(SentProfile)),
            ["PUT /api/v1/organise/{contest}/rewards/rules"] = (BodyKind.Json, typeof(SentRule)),
            ["POST /api/v1/organise/{contest}/rewards/rules/preview"] = (BodyKind.Json, typeof(SentRule)),
            ["POST /hooks/{provider}/{repository}"] = (BodyKind.File, null),
            ["POST /api/v1/work/lease"] = (BodyKind.Json, typeof(LeaseRequest)),
            ["POST /api/v1/work/heartbeat"] = (BodyKind.Json, typeof(HeartbeatRequest)),
            ["POST /api/v1/work/fetches/lease"] = (BodyKind.Json, typeof(FetchOffer)),
            ["POST /api/v1/work/fetches/{delivery}/refusal"] = (BodyKind.Json, typeof(FetchRefusal)),
            ["POST /api/v1/work/{job}/plan"] = (BodyKind.Form, typeof(PlanReport)),
            ["POST /api/v1/work/{job}/results"] = (BodyKind.Form, typeof(CaseReport)),
            ["POST /api/v1/work/{job}/summary"] = (BodyKind.Form, typeof(MergeReport)),
            ["POST /api/v1/work/{job}/faults"] = (BodyKind.Form, typeof(FaultReport)),
            ["POST /api/v1/work/fetches/{delivery}/commit"] = (BodyKind.Form, typeof(FetchReport)),
            ["POST /api/v1/work/fetches/{delivery}/heartbeat"] = (BodyKind.None, null),
            ["POST /api/v1/c/{contest}/team/invitation"] = (BodyKind.None, null),
            ["POST /api/v1/c/{contest}/team/join/{code}"] = (BodyKind.None, null),
            ["DELETE /api/v1/c/{contest}/team/members/{member}"] = (BodyKind.None, null),
            ["POST /api/v1/submissions/{id}/withdraw"] = (BodyKind.None, null),
            ["PUT /api/v1/submissions/{id}/like"] = (BodyKind.None, null),
            ["DELETE /api/v1/submissions/{id}/like"] = (BodyKind.None, null),
            ["POST /api/v1/c/{contest}/repositories/{id}/secret"] = (BodyKind.None, null),
            ["DELETE /api/v1/c/{contest}/repositories/{id}/secret/previous"] = (BodyKind.None, null),
            ["DELETE /api/v1/c/{contest}/repositories/{id}"] = (BodyKind.None, null),
            ["POST /api/v1/c/{contest}/deliveries/{id}/again"] = (BodyKind.None, null),
            ["PUT /api/v1/c/{contest}/authors"] = (BodyKind.None, null),
            ["POST /api/v1/c/{contest}/authors/confirm"] = (BodyKind.None, null),
            ["DELETE /api/v1/c/{contest}/authors"] = (BodyKind.None, null),
            ["DELETE /api/v1/me"] = (BodyKind.None, null),
            ["DELETE /api/v1/me/tokens/{id}"] = (BodyKind.None, null),
            ["POST /api/v1/me/elsewhere/nonce"] = (BodyKind.None, null),
            ["DELETE /api/v1/me/elsewhere/{id}"] = (BodyKind.None, null),
            ["DELETE /api/v1/organise/invitations/{sha256}"] = (BodyKind.None, null),
            ["POST /api/v1/organise/people/{account}/password"] = (BodyKind.None, null),
            ["DELETE /api/v1/organise/boards/{key}"] = (BodyKind.None, null),
            ["POST /api/v1/organise/{contest}/baselines/{baseline}/again"] = (BodyKind.None, null),
            ["POST /api/v1/organise/{contest}/rejudge/{set}/apply"] = (BodyKind.None, null),
            ["POST /api/v1/organise/{contest}/rejudge/{set}/cancel"] = (BodyKind.None, null),
            ["POST /api/v1/organise/{contest}/teams/{team}/key"] = (BodyKind.None, null),
            ["DELETE /api/v1/organise/{contest}/rewards/rules/{rule}"] = (BodyKind.None, null),
            ["DELETE /api/v1/organise/{contest}/rewards/grants"] = (BodyKind.None, null),
            ["POST /api/v1/organise/{contest}/workers/again"] = (BodyKind.None, null),
            ["POST /api/v1/organise/{contest}/workers/raise"] = (BodyKind.None, null),
            ["POST /api/v1/organise/{contest}/workers/tokens"] = (BodyKind.None, null),
            ["DELETE /api/v1/organise/{contest}/workers/tokens/{token}"] = (BodyKind.None, null),
        };
}
