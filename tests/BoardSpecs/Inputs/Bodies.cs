using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Evaluator.BoardSpecs.Inputs;

/// <summary>Bodies as a program or a browser would send them, byte by byte: no library tidies a name up on its way.</summary>
internal static class Bodies
{
    private const string Boundary = "spec-boundary";

    private static readonly JsonSerializerOptions Web =
        new(JsonSerializerDefaults.Web) { TypeInfoResolver = new DefaultJsonTypeInfoResolver() };

    /// <summary>What is no JSON, or none that an object could be read from.</summary>
    public static readonly string[] NoObjects =
        ["", "null", "[]", "{", "\"<script>alert(1)</script>\"", "1e999", "{\"a\":\"\\ud800\"}", new string('[', 100), "{}"];

    /// <summary>The members that an object of a type is read with.</summary>
    public static IReadOnlyList<JsonPropertyInfo> Members(Type type) =>
        [.. Web.GetTypeInfo(type).Properties.Where(member => member.Set is not null || member.AssociatedParameter is not null)];

    /// <summary>An object of a type with all members that have a value.</summary>
    public static JsonObject Sensible(Type type, Func<string, string> valueOf)
    {
        JsonObject body = [];
        foreach (JsonPropertyInfo member in Members(type))
            if (valueOf(member.Name) is { Length: > 0 } value)
                body[member.Name] = ValueOf(member.PropertyType, value);
        return body;
    }

    /// <summary>A list, or an object with each member in turn, of hostile text, of null, and of something of another kind.</summary>
    public static IEnumerable<(string What, JsonNode Body)> Hostile(Type type, JsonObject sensible) => type.IsArray
        ? HostileText.All.Select(text => (text, (JsonNode)new JsonArray(text))).Append(("[null]", new JsonArray((JsonNode?)null)))
        : HostileMembers(type, sensible);

    private static IEnumerable<(string What, JsonNode Body)> HostileMembers(Type type, JsonObject sensible)
    {
        foreach (string member in Members(type).Select(one => one.Name))
        {
            foreach (string text in HostileText.All)
                yield return ($"{member} = {text}", With(sensible, member, text));
            if (sensible.TryGetPropertyValue(member, out JsonNode? list) && list is JsonArray)
                foreach (string? text in HostileText.All.Append(null))
                    yield return ($"{member} = [{text ?? "null"}]", With(sensible, member, new JsonArray(text)));
            yield return ($"{member} = null", With(sensible, member, null));
            yield return ($"{member} = {{}}", With(sensible, member, new JsonObject()));
            JsonObject without = sensible.DeepClone().AsObject();
            without.Remove(member);
            yield return ($"without {member}", without);
        }
    }

    public static HttpContent Json(string text) => Content(text, "application/json");

    public static HttpContent File(byte[] bytes) => Content(bytes, "application/octet-stream");

    /// <summary>A form of several parts.</summary>
    public static HttpContent Form(IEnumerable<(string Name, string Value)> fields, string file, string fileName, byte[] content)
    {
        using MemoryStream body = new();
        void Write(string text) => body.Write(Encoding.UTF8.GetBytes(text));
        foreach ((string name, string value) in fields)
            Write($"--{Boundary}\r\nContent-Disposition: form-data; name=\"{Quoted(name)}\"\r\n\r\n{value}\r\n");
        Write($"--{Boundary}\r\nContent-Disposition: form-data; name=\"{file}\"; filename=\"{Quoted(fileName)}\"\r\n\r\n");
        body.Write(content);
        Write($"\r\n--{Boundary}--\r\n");
        return Content(body.ToArray(), "multipart/form-data; boundary=" + Boundary);
    }

    // As browsers do (the HTML standard's "multipart/form-data encoding algorithm").
    private static string Quoted(string name) =>
        name.Replace("\"", "%22", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal)
            .Replace("\n", "%0A", StringComparison.Ordinal);

    private static JsonObject With(JsonObject sensible, string member, JsonNode? value)
    {
        JsonObject body = sensible.DeepClone().AsObject();
        body[member] = value;
        return body;
    }

    private static JsonNode? ValueOf(Type type, string value)
    {
        Type plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain == typeof(string) ? value
            : plain == typeof(bool) ? value == "true"
            : plain == typeof(int) || plain == typeof(long) || plain == typeof(double)
                ? int.TryParse(value, out int number) ? number : Nullable.GetUnderlyingType(type) is null ? 1 : null
            : typeof(IEnumerable<string>).IsAssignableFrom(plain) ? new JsonArray(value)
            : typeof(System.Collections.IEnumerable).IsAssignableFrom(plain) ? new JsonArray()
            : throw new NotSupportedException($"no body of a spec has a member of {type}");
    }

    private static ByteArrayContent Content(string text, string media) => Content(Encoding.UTF8.GetBytes(text), media);

    private static ByteArrayContent Content(byte[] bytes, string media)
    {
        ByteArrayContent content = new(bytes);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(media);
        return content;
    }
}
