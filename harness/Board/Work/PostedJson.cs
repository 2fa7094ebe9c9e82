using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Evaluator.Board.Refusals;

namespace Evaluator.Board.Work;

/// <summary>What a worker says in JSON. One that says it wrongly is answered, not served half.</summary>
internal static class PostedJson
{
    /// <param name="expected">What the body ought to be, in words.</param>
    public static async Task<Outcome<T>> Read<T>(HttpRequest request, JsonTypeInfo<T> type, string expected)
        where T : class
    {
        try
        {
            return Whole(await JsonSerializer.DeserializeAsync(request.Body, type, request.HttpContext.RequestAborted), type);
        }
        catch (JsonException wrong)
        {
            return Refusal.Invalid($"The body is no JSON with {expected}: {Say(wrong)}.");
        }
    }

    /// <summary>The value, with everything in it that its type does not leave open.</summary>
    /// <exception cref="JsonException">It is null, or something is missing.</exception>
    public static T Whole<T>(T? value, JsonTypeInfo<T> type)
        where T : class
    {
        if (value is null)
            throw new JsonException("it is null");
        foreach (JsonPropertyInfo member in type.Properties)
            if (member is { IsGetNullable: false, Get: { } get } && get(value) is var held
                && (held is null || (held is IEnumerable<object?> list && list.Contains(null))))
                throw new JsonException($"\"{member.Name}\" is missing, or a part of it is");
        return value;
    }

    /// <summary>Where it went wrong; the library's own words name types of our code.</summary>
    public static string Say(JsonException wrong) =>
        wrong.LineNumber is { } line ? $"something else was expected at {wrong.Path ?? "$"} in line {line + 1}" : wrong.Message;
}
