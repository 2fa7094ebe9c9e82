using Evaluator.Board.Folder;
using Evaluator.Board.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Evaluator.BoardSpecs.Board;

/// <summary>All routes that the board has, read off the program as it is put together.</summary>
internal static class Routes
{
    public static async Task<IReadOnlyList<(string Method, string Pattern, bool IsPage)>> All() =>
        await Read(app => Task.FromResult(Endpoints(app).SelectMany(Of).Distinct().ToList()));

    /// <summary>What the pages' forms do: each page's route and the name of each of its POST handlers, empty where it has none.</summary>
    public static async Task<IReadOnlyList<(string Page, string Handler)>> Handlers() => await Read(async app =>
    {
        PageLoader loader = app.Services.GetRequiredService<PageLoader>();
        List<(string, string)> handlers = [];
        foreach (RouteEndpoint endpoint in Endpoints(app))
        {
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not { } page)
                continue;
            CompiledPageActionDescriptor loaded = await loader.LoadAsync(page, endpoint.Metadata);
            handlers.AddRange(loaded.HandlerMethods.Where(handler => handler.HttpMethod == "Post")
                .Select(handler => (endpoint.RoutePattern.RawText ?? "", handler.Name ?? "")));
        }
        return handlers.Distinct().ToList();
    });

    /// <summary>Reads something off the program as it is put together, over an empty board.</summary>
    public static async Task<IReadOnlyList<T>> Read<T>(Func<WebApplication, Task<List<T>>> read)
    {
        string path = Path.Combine(Path.GetTempPath(), "board-routes-" + Path.GetRandomFileName());
        try
        {
            BoardFolder folder = BoardFolder.Make(path, new BoardSettings());
            await using WebApplication app = BoardHost.Build(folder, new BoardSettings(), "http://127.0.0.1:0");
            return await read(app);
        }
        finally
        {
            Directory.Delete(path, recursive: true);
        }
    }

    public static IEnumerable<RouteEndpoint> Endpoints(WebApplication app) =>
        ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>();

    private static IEnumerable<(string Method, string Pattern, bool IsPage)> Of(RouteEndpoint endpoint)
    {
        string pattern = endpoint.RoutePattern.RawText ?? "";
        if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null)
            return [("GET", pattern, true)];
        return (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Select(method => (method, pattern, false));
    }
}
