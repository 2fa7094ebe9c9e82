using System.Reflection;
using Evaluator.BoardSpecs.Board;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Evaluator.BoardSpecs.Inputs;

/// <summary>All that the board takes from outside, read off the program as it is put together: what is new is found by itself.</summary>
internal static class Surface
{
    public static async Task<IReadOnlyList<RouteInput>> OfRoutes() => await Routes.Read(async app =>
    {
        PageLoader loader = app.Services.GetRequiredService<PageLoader>();
        List<RouteInput> inputs = [];
        foreach (RouteEndpoint endpoint in Routes.Endpoints(app))
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
                inputs.Add(OfPage(endpoint, await loader.LoadAsync(page, endpoint.Metadata)));
            else
                inputs.AddRange(OfRoute(endpoint));
        return inputs.DistinctBy(input => input.Name).ToList();
    });

    public static async Task<IReadOnlyList<FormInput>> OfForms() => await Routes.Read(async app =>
    {
        PageLoader loader = app.Services.GetRequiredService<PageLoader>();
        List<FormInput> inputs = [];
        foreach (RouteEndpoint endpoint in Routes.Endpoints(app))
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
            {
                CompiledPageActionDescriptor loaded = await loader.LoadAsync(page, endpoint.Metadata);
                inputs.AddRange(loaded.HandlerMethods.Where(handler => handler.HttpMethod == "Post")
                    .Select(handler => OfHandler(endpoint, loaded, handler)));
            }
        return inputs.DistinctBy(input => input.Name).ToList();
    });

    private static RouteInput OfPage(RouteEndpoint endpoint, CompiledPageActionDescriptor page)
    {
        IEnumerable<string> bound = Bound(page).Where(one => one.Attribute.SupportsGet)
            .SelectMany(one => Fields(one.Property.PropertyType, one.Name));
        IEnumerable<string> given = page.HandlerMethods.Where(handler => handler.HttpMethod == "Get")
            .SelectMany(handler => handler.Parameters).SelectMany(one => Fields(one.ParameterInfo.ParameterType, one.Name));
        string[] path = PathOf(endpoint);
        return new RouteInput("GET", endpoint.RoutePattern.RawText ?? "", true, path,
            [.. bound.Concat(given).Distinct().Except(path, StringComparer.OrdinalIgnoreCase)], null);
    }

    private static FormInput OfHandler(RouteEndpoint endpoint, CompiledPageActionDescriptor page, HandlerMethodDescriptor handler)
    {
        IEnumerable<string> bound = Bound(page).SelectMany(one => Fields(one.Property.PropertyType, one.Name));
        IEnumerable<string> given = handler.Parameters.SelectMany(one => Fields(one.ParameterInfo.ParameterType, one.Name));
        return new FormInput(endpoint.RoutePattern.RawText ?? "", handler.Name ?? "",
            [.. bound.Concat(given).Distinct().Except(PathOf(endpoint), StringComparer.OrdinalIgnoreCase)],
            handler.Parameters.FirstOrDefault(one => one.ParameterInfo.ParameterType == typeof(IFormFile))?.Name);
    }

    private static IEnumerable<(PropertyInfo Property, BindPropertyAttribute Attribute, string Name)> Bound(
        CompiledPageActionDescriptor page) =>
        page.BoundProperties.OfType<PageBoundPropertyDescriptor>()
            .Select(one => (one.Property, one.Property.GetCustomAttribute<BindPropertyAttribute>()!))
            .Where(one => one.Item2 is not null).Select(one => (one.Property, one.Item2, one.Item2.Name ?? one.Property.Name));

    private static IEnumerable<RouteInput> OfRoute(RouteEndpoint endpoint)
    {
        Type? body = endpoint.Metadata.GetMetadata<IAcceptsMetadata>()?.RequestType;
        string[] path = PathOf(endpoint);
        IEnumerable<string> query = (endpoint.Metadata.GetMetadata<MethodInfo>()?.GetParameters() ?? [])
            .Where(parameter => parameter.ParameterType != body && !path.Contains(parameter.Name))
            .SelectMany(parameter => parameter.GetCustomAttribute<AsParametersAttribute>() is null
                ? IsText(parameter.ParameterType) ? [parameter.Name!] : []
                : Fields(parameter.ParameterType, ""));
        string pattern = endpoint.RoutePattern.RawText ?? "";
        return (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"])
            .Select(method => new RouteInput(method, pattern, false, path, [.. query], body));
    }

    private static string[] PathOf(RouteEndpoint endpoint) => [.. endpoint.RoutePattern.Parameters.Select(parameter => parameter.Name)];

    /// <summary>The names under which a value is sent; of a record those of its members.</summary>
    private static IEnumerable<string> Fields(Type type, string name) => IsText(type) || type.IsArray ? [name]
        : type.Assembly != typeof(Evaluator.Board.Hosting.BoardHost).Assembly || type.IsInterface ? []
        : type.GetProperties().Where(member => member.CanWrite && member.GetIndexParameters().Length == 0)
            .SelectMany(member => Fields(member.PropertyType, name.Length == 0 ? member.Name : $"{name}.{member.Name}"));

    private static bool IsText(Type type)
    {
        Type plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain == typeof(string) || plain.IsPrimitive || plain.IsEnum || plain == typeof(decimal);
    }
}
