using Evaluator.Board.Folder;
using Evaluator.Board.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Evaluator.BoardSpecs.Board;

/// <summary>All routes that the board has, read off the program as it is put together.</summary>
internal static class Routes
{
    public static async Task<IReadOnlyList<(string Method, string Pattern, bool IsPage)>> All()
    {
        string path = Path.Combine(Path.GetTempPath(), "board-routes-" + Path.GetRandomFileName());
        try
        {
            BoardFolder folder = BoardFolder.Make(path, new BoardSettings());
            await using WebApplication app = BoardHost.Build(folder, new BoardSettings(), "http://127.0.0.1:0");
            return [.. ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
                .SelectMany(Of).Distinct()];
        }
        finally
        {
            Directory.Delete(path, recursive: true);
        }
    }

    private static IEnumerable<(string Method, string Pattern, bool IsPage)> Of(RouteEndpoint endpoint)
    {
        string pattern = endpoint.RoutePattern.RawText ?? "";
        if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null)
            return [("GET", pattern, true)];
        return (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Select(method => (method, pattern, false));
    }
}
