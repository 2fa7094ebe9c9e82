using Evaluator.Board.People;
using Evaluator.Board.Store;
using OpenTelemetry.Metrics;

namespace Evaluator.Board.Operating;

/// <summary><c>/metrics</c> in Prometheus' text format, for a token of the scope "metrics" or an organiser: counts would tell competitors
/// of what is hidden.</summary>
internal static class Metrics
{
    public static void Add(IServiceCollection services) => services.AddOpenTelemetry().WithMetrics(metrics => metrics
        .AddAspNetCoreInstrumentation()
        .AddRuntimeInstrumentation()
        .AddMeter(BoardMeter.Name)
        .AddPrometheusExporter());

    public static void Map(WebApplication app) => app.MapPrometheusScrapingEndpoint("/metrics").RequireAuthorization(Policies.Metrics);
}
