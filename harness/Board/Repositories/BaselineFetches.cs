using Evaluator.Board.Baselines;
using Evaluator.Board.Contests;
using Evaluator.Board.Refusals;
using Evaluator.Jobs;

namespace Evaluator.Board.Repositories;

/// <summary>
/// Baselines that stand in a repository: fetched by a worker like a commit that was pushed, among the same walls and within the same
/// limits. Nobody has to show whose the repository is: the organisers name it, and an exact commit of it or a tag.
/// </summary>
internal sealed class BaselineFetches(BaselineSources sources, ContestShelf shelf, RepositoryDesk hosts, FetchOrders orders)
{
    /// <returns>Null where none waits.</returns>
    public FetchOrder? TryLease(string token, long until)
    {
        while (sources.Lease(token, until) is var (source, key))
        {
            if (source.Losses > FetchOrders.MostLosses)
                sources.Refuse(source.Id, FetchOrders.NobodyCameBack);
            else if (shelf.Find(source.Contest) is not { } contest)
                sources.Refuse(source.Id, "The contest is not on this board any more.");
            else if (hosts.HostOf(new Uri(source.Url)) is not { } host)
                sources.Refuse(source.Id,
                    $"{FetchOrders.HostNotAllowed} It does from {string.Join(", ", hosts.Hosts.Select(one => one.Host))}.");
            else
                return orders.Of(source.Id, key, source.Url, source.Wanted, source.Path, previous: null, host, contest);
        }
        return null;
    }

    public bool Beat(string id, string key, string token, long until) => sources.Beat(id, key, token, until);

    /// <returns>False where it is no longer that worker's.</returns>
    public bool Refuse(string id, string key, string token, FetchRefusal refusal)
    {
        if (sources.Held(id, key, token) is not { } held)
            return false;
        if (refusal.IsOurs && held.Losses < FetchOrders.MostLosses)
            sources.GiveBack(id);
        else
            sources.Refuse(id, FetchOrders.Why(refusal));
        return true;
    }

    /// <summary>A worker brings the commit: what evaluates baselines takes it from here.</summary>
    /// <returns>False where it is no longer that worker's.</returns>
    public bool Take(string id, string key, string token, FetchReport report, RunFile content)
    {
        if (sources.Held(id, key, token) is null)
            return false;
        sources.Keep(id, report.Commit, report.Name, content.Sha256, content.Bytes);
        return true;
    }
}
