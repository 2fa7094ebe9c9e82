using System.Security.Cryptography;
using Evaluator.Board.Contests;
using Evaluator.Board.HandingIn;
using Evaluator.Board.People;
using Evaluator.Board.Refusals;
using Evaluator.Board.Store;
using Evaluator.Board.Texts;
using Evaluator.Board.Work;
using Evaluator.Challenges;

namespace Evaluator.Board.Repositories;

/// <summary>
/// Theory of operation. A host tells of a push; the board checks the signature over the raw bytes, writes down what it heard and answers:
/// milliseconds. All else is a worker's: it leases the delivery, fetches the one commit among its walls, and posts it as a hand-in, which
/// goes through the same door and quotas as a form's. So the web process starts no program, nothing is lost when it is restarted (a row
/// waits), and a worker that dies gives its delivery back with its lease. The deadline is when the board heard of it, by its own clock.
/// A host's id of a delivery is not signed, so the same commit counts once a team and phase whatever id it comes with.
/// </summary>
internal sealed class Inbox(
    RepositoryRows repositories, RepositorySecrets secrets, DeliveryRows deliveries, ContestShelf shelf, HandInDesk desk,
    TimeProvider clock)
{
    private const int LongestHostId = 100;

    /// <summary>Wakes workers that wait for a delivery.</summary>
    public WorkSignal News { get; } = new();

    /// <summary>Takes what a host sent.</summary>
    /// <param name="header">Gives a header's value; null where there is none.</param>
    public Outcome<Delivery> Take(string provider, string id, Func<string, string?> header, byte[] body)
    {
        if (repositories.Find(id) is not { } repository || repository.Provider != provider)
            return Refusal.NotFound("There is no such hook. The repository's page shows its address.");
        if (!HookSignature.IsGood(provider, header, body, secrets.Of(repository)))
        {
            repositories.CountUnsigned(id, clock.Now());
            return new Refusal(StatusCodes.Status401Unauthorized, "signature",
                "The signature is not of this hook's secret. Put the newest secret into the host's settings of the hook.");
        }
        string sha256 = Convert.ToHexStringLower(SHA256.HashData(body));
        string hostId = HookSignature.DeliveryId(provider, header) is { Length: > 0 and <= LongestHostId } named ? named : sha256;
        Push? push = Push.Read(body);
        HookEvent what = HookEvent.Of(provider, header);
        Delivery delivery = what.Kind == HookEventKind.Push
            ? New(repository, hostId, sha256, push?.Ref ?? "", push?.Wanted ?? "")
            : New(repository, hostId, sha256, "", "");
        return Keep(push switch
        {
            null => Ignored(delivery, "The body is no JSON: set the hook's content type to application/json."),
            _ when what.Kind == HookEventKind.Other => Ignored(delivery,
                $"The host tells of \"{what.Name}\", and only pushes hand in here. Leave the rest out in the host's settings of the hook."),
            _ when what.Kind == HookEventKind.Ping || push.Ref.Length == 0 =>
                Ignored(delivery, "A sign of life: the hook and its secret are right. Nothing was pushed."),
            { Wanted: "" } => Ignored(delivery, $"{delivery.ShortRef} was deleted; nothing to hand in."),
            _ when !repository.Takes(push.Ref) => Ignored(delivery, $"{delivery.ShortRef} hands nothing in here: {repository.Trigger} do."),
            _ => InPhase(repository, delivery),
        });
    }

    /// <summary>Takes a commit that a member names, without a hook.</summary>
    public Outcome<Delivery> Take(Visitor visitor, RunningContest contest, string phase, string? url, string? commit)
    {
        if (contest.Live.TeamOf(visitor.AccountId!) is not { } team)
            return Refusal.Conflict($"Make a team or join one first: /c/{contest.Name}/team.");
        if (!Push.IsId(commit ?? ""))
            return Refusal.Invalid("A commit is named by its whole id: 40 hex digits (`git rev-parse HEAD`).");
        if (repositories.Of(contest.Name, team.Id).FirstOrDefault(one => IsSame(one.Url, url)) is not { } repository)
            return Refusal.NotFound(
                $"Your team has not registered {url}. Do so on /c/{contest.Name}/repositories: it also says how to show that it is yours.");
        if (desk.WhyNot(visitor, contest, phase) is { } whyNot)
            return whyNot;
        Delivery delivery = New(repository, Secret.Id('x'), "", "", commit!);
        return Keep(delivery with { Phase = phase, Account = visitor.AccountId });
    }

    /// <summary>Has a refused delivery tried again.</summary>
    public Refusal? Again(Visitor visitor, RunningContest contest, string id)
    {
        if (contest.Live.TeamOf(visitor.AccountId!) is not { } team || deliveries.Find(id) is not { } known || known.Team != team.Id
            || known.Wanted.Length == 0 || repositories.Find(known.Repository) is not { } repository)
            return Refusal.NotFound("Your team has no such delivery of a repository that is registered.");
        if (known.Phase.Length == 0)
            known = InPhase(repository, known with { Received = clock.Now() });
        if (known.Phase.Length == 0)
            return Refusal.Conflict(known.Why);
        if (!deliveries.Again(id, known.Phase))
            return Refusal.Conflict("This commit is in work, or handed in already.");
        News.Give();
        return null;
    }

    private Delivery Keep(Delivery delivery)
    {
        Delivery kept = deliveries.Take(delivery);
        News.Give();
        return kept;
    }

    private Delivery New(Repository repository, string hostId, string sha256, string reference, string wanted)
    {
        long now = clock.Now();
        return new Delivery(Secret.Id('d'), repository.Id, repository.Contest, repository.Team, "", hostId, sha256, reference, wanted,
            DeliveryState.Received, "", now, now, null, null, 0);
    }

    private static Delivery Ignored(Delivery delivery, string why) => delivery with { State = DeliveryState.Ignored, Why = why };

    private Delivery InPhase(Repository repository, Delivery delivery)
    {
        if (shelf.Find(repository.Contest) is not { } contest)
            return Refused(delivery, "The contest is not on this board any more.");
        DateTimeOffset received = DateTimeOffset.FromUnixTimeMilliseconds(delivery.Received);
        Phase[] open = [.. contest.Live.Phases.Where(phase => repository.Phase.Length > 0
            ? phase.Name == repository.Phase
            : phase.TakesSubmissions(received))];
        return open switch
        {
            [] => Refused(delivery, "No phase took submissions when this came."),
            [var only] => desk.WhyNot(contest.Live, null, only.Name, Words.English, received) is { } refusal
                ? Refused(delivery with { Phase = only.Name }, refusal.Detail)
                : delivery with { Phase = only.Name },
            _ => Refused(delivery, "Several phases took submissions when this came: " + string.Join(", ", open.Select(phase => phase.Name))
                + ". Register the repository for one of them."),
        };
    }

    private static Delivery Refused(Delivery delivery, string why) => delivery with { State = DeliveryState.Refused, Why = why };

    private static bool IsSame(string known, string? url) => WithoutEnd(known) == WithoutEnd(url ?? "");

    private static string WithoutEnd(string url)
    {
        string plain = url.Trim().TrimEnd('/');
        return plain.EndsWith(".git", StringComparison.Ordinal) ? plain[..^4] : plain;
    }
}
