using System.Globalization;
using System.Threading.RateLimiting;
using Evaluator.Board.Folder;
using Evaluator.Board.People;
using Evaluator.Board.Refusals;
using Microsoft.AspNetCore.RateLimiting;

namespace Evaluator.Board.Hosting;

/// <summary>
/// Requests a second. By token or account; by address only where there is neither and something is guessed or made (signing in, new names):
/// a company is one address.
/// </summary>
internal static class RequestLimits
{
    private const int BurstSeconds = 3;
    private const int GuessesAMinute = 120;
    private const int HooksAMinute = 120;

    public static void Add(IServiceCollection services, BoardSettings settings) => services.AddRateLimiter(limiter =>
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
        {
            Visitor visitor = context.User.Visitor();
            return visitor.LimitKey is { } key && !visitor.IsWorker
                ? RateLimitPartition.GetTokenBucketLimiter(key, _ => Bucket(settings.RequestsPerSecond))
                : RateLimitPartition.GetNoLimiter("");
        });
        limiter.AddPolicy(Policies.Guessing, context => RateLimitPartition.GetSlidingWindowLimiter(
            context.Connection.RemoteIpAddress?.ToString() ?? "",
            _ => AMinute(GuessesAMinute)));
        limiter.AddPolicy(Policies.Hooks, context => RateLimitPartition.GetSlidingWindowLimiter(
            context.Request.RouteValues["repository"] as string ?? "", _ => AMinute(HooksAMinute)));
        limiter.OnRejected = Rejected;
    });

    private static SlidingWindowRateLimiterOptions AMinute(int permits) => new()
    {
        PermitLimit = permits,
        Window = TimeSpan.FromMinutes(1),
        SegmentsPerWindow = 6,
        QueueLimit = 0,
    };

    private static TokenBucketRateLimiterOptions Bucket(int perSecond) => new()
    {
        TokenLimit = perSecond * BurstSeconds,
        TokensPerPeriod = perSecond,
        ReplenishmentPeriod = TimeSpan.FromSeconds(1),
        QueueLimit = 0,
    };

    // ASP.NET sets no Retry-After by itself.
    private static async ValueTask Rejected(OnRejectedContext rejected, CancellationToken stop)
    {
        HttpContext context = rejected.HttpContext;
        double seconds = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out TimeSpan wait)
            ? Math.Max(1, Math.Ceiling(wait.TotalSeconds)) : 1;
        string after = seconds.ToString(CultureInfo.InvariantCulture);
        context.Response.Headers.RetryAfter = after;
        await Problems.Of(new Refusal(StatusCodes.Status429TooManyRequests, "rate", $"Too many requests; try again in {after} s."))
            .ExecuteAsync(context);
    }
}
