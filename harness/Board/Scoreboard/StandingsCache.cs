using Evaluator.Board.Contests;
using Evaluator.Board.People;
using Evaluator.Standings.Tables;
using Microsoft.AspNetCore.OutputCaching;

namespace Evaluator.Board.Scoreboard;

/// <summary>
/// The standings' page as it was made for strangers, kept for a few seconds and as long as the table is the same: the version of the table
/// is part of what it is kept under,
/// so a new result is shown at once. Whoever is signed in has the page made anew: it marks their row.
/// </summary>
internal static class StandingsCache
{
    public const string Policy = "standings";

    /// <summary>The page says "ends in 3 h": so long may that be old.</summary>
    private static readonly TimeSpan Age = TimeSpan.FromSeconds(10);

    public static void Add(IServiceCollection services) => services.AddOutputCache(cache => cache.AddPolicy(Policy, policy => policy
        .With(caching => !caching.HttpContext.User.Visitor().IsKnown && !caching.HttpContext.Request.Headers.ContainsKey("Cookie"))
        .SetVaryByQuery("p", "at", "projector")
        .VaryByValue(context => new KeyValuePair<string, string>("version", Version(context)))
        .Expire(Age)));

    private static string Version(HttpContext context)
    {
        ContestShelf shelf = context.RequestServices.GetRequiredService<ContestShelf>();
        StandingsDesk desk = context.RequestServices.GetRequiredService<StandingsDesk>();
        return shelf.Find(context.GetRouteValue("contest") as string) is { } contest && context.GetRouteValue("phase") is string phase
            && desk.Table(contest, phase, Visitor.Stranger, null) is StandingsTable table
            ? table.Version
            : "";
    }
}
