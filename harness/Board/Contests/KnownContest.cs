using Evaluator.Board.Refusals;

namespace Evaluator.Board.Contests;

/// <summary>Before routes of a contest whose work would not notice that there is none of that name.</summary>
internal static class KnownContest
{
    public static ValueTask<object?> Asked(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        string? contest = call.HttpContext.GetRouteValue("contest") as string;
        return call.HttpContext.RequestServices.GetRequiredService<ContestShelf>().Find(contest) is null
            ? ValueTask.FromResult<object?>(Problems.Of(Refusal.NotFound($"There is no contest \"{contest}\".")))
            : next(call);
    }
}
