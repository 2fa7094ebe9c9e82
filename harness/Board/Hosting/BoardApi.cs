using Evaluator.Board.HandingIn;

namespace Evaluator.Board.Hosting;

/// <summary>/api/v1: what a person can do on pages, a program can do here.</summary>
internal static class BoardApi
{
    public static void Map(WebApplication app)
    {
        RouteGroupBuilder api = app.MapGroup("/api/v1").DisableAntiforgery();
        HandInApi.Map(api);
    }
}
