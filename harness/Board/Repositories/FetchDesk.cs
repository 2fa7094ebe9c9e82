using System.Data.Common;
using System.Text;
using Dapper;
using Evaluator.Board.Baselines;
using Evaluator.Board.Commits;
using Evaluator.Board.Contests;
using Evaluator.Board.Folder;
using Evaluator.Board.HandingIn;
using Evaluator.Board.Journals;
using Evaluator.Board.People;
using Evaluator.Board.Refusals;
using Evaluator.Board.Store;
using Evaluator.Board.Texts;
using Evaluator.Jobs;

namespace Evaluator.Board.Repositories;

/// <summary>What workers and the inbox have to do with each other: deliveries go out as orders, commits come back as hand-ins.</summary>
internal sealed class FetchDesk(
    ContestShelf shelf, Inbox inbox, DeliveryRows deliveries, RepositoryRows repositories, RepositoryDesk hosts, FetchOrders orders,
    BaselineFetches baselines, SourceRows sources, AuthorClaims claims, HandInDesk desk, Blobs blobs, TimeProvider clock)
{
    /// <summary>Waits for a delivery until there is one, or the time is over.</summary>
    /// <returns>Null where there is none.</returns>
    public async Task<FetchOrder?> Lease(int waitSeconds, string token, CancellationToken stop)
    {
        long until = clock.Now() + waitSeconds * 1000L;
        while (true)
        {
            Task next = inbox.News.Next;
            if ((TryLease(token) ?? baselines.TryLease(token, LeaseEnd)) is { } order)
                return order;
            if (clock.Now() >= until)
                return null;
            await Task.WhenAny(next, Task.Delay(TimeSpan.FromSeconds(1), clock, stop));
            stop.ThrowIfCancellationRequested();
        }
    }

    public Refusal? Beat(string delivery, string key, string token)
    {
        bool holds = BaselineSources.IsOne(delivery)
            ? baselines.Beat(delivery, key, token, LeaseEnd)
            : deliveries.Beat(delivery, key, token, LeaseEnd);
        return holds ? null : Lost(delivery);
    }

    /// <summary>A worker says why there is no commit.</summary>
    public Refusal? Refuse(string delivery, string key, string token, FetchRefusal refusal)
    {
        if (BaselineSources.IsOne(delivery))
            return baselines.Refuse(delivery, key, token, refusal) ? null : Lost(delivery);
        if (deliveries.Held(delivery, key, token) is not { } held)
            return Lost(delivery);
        if (refusal.IsOurs && held.Losses < FetchOrders.MostLosses)
            deliveries.GiveBack(delivery);
        else
            deliveries.Refuse(delivery, FetchOrders.Why(refusal));
        return null;
    }

    /// <summary>A worker brings a commit: it becomes a submission, or is refused with what the door says; or it is a baseline.</summary>
    public async Task<Refusal?> Take(
        string delivery, string key, string token, FetchReport report, RunFile handIn, CancellationToken stop)
    {
        if (BaselineSources.IsOne(delivery))
            return baselines.Take(delivery, key, token, report, handIn) ? null : Lost(delivery);
        if (deliveries.Held(delivery, key, token) is not { } held)
            return Lost(delivery);
        if (await TakeIn(held, report, handIn, stop) is { } refusal)
            deliveries.Refuse(delivery, FetchOrders.Cut(refusal.Detail));
        return null;
    }

    private long LeaseEnd => clock.Now() + FetchOrders.LeaseMilliseconds;

    private FetchOrder? TryLease(string token)
    {
        while (deliveries.Lease(token, LeaseEnd) is var (delivery, key))
        {
            if (delivery.Losses > FetchOrders.MostLosses)
                deliveries.Refuse(delivery.Id, FetchOrders.NobodyCameBack);
            else if (repositories.Find(delivery.Repository) is not { } repository || shelf.Find(delivery.Contest) is not { } contest)
                deliveries.Refuse(delivery.Id, "The repository was removed before this was fetched.");
            else if (hosts.HostOf(new Uri(repository.Url)) is not { } host)
                deliveries.Refuse(delivery.Id, FetchOrders.HostNotAllowed);
            else
                return orders.Of(delivery.Id, key, repository.Url, delivery.Wanted, repository.Path,
                    sources.NewestOf(repository.Id, delivery.Phase), host, contest);
        }
        return null;
    }

    private async Task<Refusal?> TakeIn(Delivery held, FetchReport report, RunFile handIn, CancellationToken stop)
    {
        if (repositories.Find(held.Repository) is not { } repository || shelf.Find(held.Contest) is not { } contest)
            return Refusal.NotFound("The repository was removed while this was fetched.");
        if (report.Control?.Split('\n').Any(line => line.Trim() == repository.Control) != true)
            return Refusal.Forbidden(
                $"The commit does not show that the repository is your team's: its file {Repository.ControlFile}, at the root, needs the "
                + $"line \"{repository.Control}\".");
        IReadOnlyDictionary<string, string> members = claims.Accounts(held.Contest, held.Team);
        Ancestry ancestry = new(report.Log);
        IReadOnlyList<CommitReport> fresh = ancestry.Since(report.Previous);
        string[] authors = [.. fresh.Select(commit => members.GetValueOrDefault(commit.AuthorMail)).OfType<string>().Distinct()];
        StoredBlob? changes = report.Changes is { Length: > 0 } text ? await blobs.Keep(Encoding.UTF8.GetBytes(text), stop) : null;
        Origin origin = new(
            repository.Id, report.Commit, DateTimeOffset.FromUnixTimeMilliseconds(held.Received), authors,
            ancestry.Parents(report.Commit, sources.SubmissionsOf(held.Contest, ancestry.Known)), (transaction, submission) =>
            {
                SourceRows.Add(transaction, new Source(submission, held.Contest, held.Team, repository.Id, repository.Url, report.Commit,
                    held.Ref, report.Previous, changes?.Sha256), [.. fresh.Select((commit, place) => new SourceCommit(
                        submission, place, commit.Id, commit.AuthorName, commit.AuthorMail, commit.At, commit.Subject))]);
                deliveries.Submit(transaction, held.Id, submission);
            });
        await using FileStream content = blobs.Open(handIn.Sha256)!;
        string subject = fresh.Count > 0 ? fresh[0].Subject : "";
        Upload upload = new(report.Name, content, Remark(subject), null, null) { Origin = origin };
        Outcome<Accepted> taken = await desk.Take(
            contest, held.Phase, upload, _ => null,
            (now, transaction) => SenderOf(now, transaction, held, repository, report.Commit, authors), stop);
        return taken.Refusal;
    }

    /// <summary>Whose it is: the member who wrote the newest of the commits, else who asked for it, else who registered the repository,
    /// else the captain.</summary>
    private Outcome<Sender> SenderOf(
        LiveContest contest, DbTransaction transaction, Delivery held, Repository repository, string commit, string[] authors)
    {
        if (contest.Team(held.Team) is not { Members.Count: > 0 } team)
            return Refusal.Conflict("Nobody is in the team any more.");
        string account = authors.Append(held.Account).Append(repository.Account).Append(team.Captain).OfType<string>()
            .First(one => team.Members.Contains(one) || one == team.Captain);
        if (!contest.HasAccepted(account))
            return Refusal.Conflict($"The rules have changed; accept them first: /c/{contest.Name}/rules.");
        if (transaction.Connection!.QueryFirstOrDefault<string>("""
            SELECT source.submission FROM source JOIN submission ON submission.id = source.submission
            WHERE source.team = @Team AND submission.phase = @Phase AND source.commit_id = @commit
            """, new { held.Team, held.Phase, commit }, transaction) is { } earlier)
            return Refusal.Conflict($"Your team has handed this commit in before: /s/{earlier}.");
        DateTimeOffset received = DateTimeOffset.FromUnixTimeMilliseconds(held.Received);
        return desk.WhyNot(contest, held.Team, held.Phase, Words.English, received) is { } refusal
            ? refusal
            : new Sender(account, held.Team, []);
    }

    /// <summary>The commit's first line, as far as a remark goes.</summary>
    private static string Remark(string subject)
    {
        string plain = string.Concat(subject.EnumerateRunes().Where(rune => !Rune.IsControl(rune)).Select(rune => rune.ToString()));
        StringBuilder remark = new();
        foreach (Rune rune in plain.EnumerateRunes())
        {
            if (remark.Length + rune.Utf16SequenceLength > HandInDesk.LongestRemark)
                break;
            remark.Append(rune);
        }
        return remark.ToString();
    }

    private static Refusal Lost(string delivery) => Refusal.Conflict($"The lease of {delivery} is over, or it was never this worker's.");
}
