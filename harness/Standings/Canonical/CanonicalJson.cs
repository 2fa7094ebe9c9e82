using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Evaluator.Standings.Canonical;

/// <summary>
/// One text for one value: JSON as RFC 8785 (JCS) writes it, with whole numbers only. Names sorted, no white space, UTF-8; strings escape
/// what
/// JSON has to escape and nothing else. Python's <c>json.dumps(x, sort_keys=True, separators=(",", ":"), ensure_ascii=False)</c> is the
/// same.
/// </summary>
internal static class CanonicalJson
{
    private static readonly JsonWriterOptions Options =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static byte[] Bytes<T>(T value, JsonTypeInfo<T> type)
    {
        ArrayBufferWriter<byte> buffer = new(512);
        using (Utf8JsonWriter writer = new(buffer, Options))
            Write(writer, value, type);
        return buffer.WrittenSpan.ToArray();
    }

    public static string Text<T>(T value, JsonTypeInfo<T> type) => Encoding.UTF8.GetString(Bytes(value, type));

    internal static Utf8JsonWriter Writer(IBufferWriter<byte> buffer) => new(buffer, Options);

    internal static void Write(Utf8JsonWriter writer, object? value, JsonTypeInfo type)
    {
        using JsonDocument document = JsonSerializer.SerializeToDocument(value, type);
        Write(writer, document.RootElement);
    }

    internal static void WriteString(Utf8JsonWriter writer, string text)
    {
        if (text.AsSpan().ContainsAnyExceptInRange(' ', '~') || text.AsSpan().ContainsAny('"', '\\'))
            writer.WriteRawValue(Escaped(text), skipInputValidation: true);
        else
            writer.WriteStringValue(text);
    }

    private static void Write(Utf8JsonWriter writer, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (JsonProperty property in element.EnumerateObject().OrderBy(property => property.Name, StringComparer.Ordinal))
                {
                    writer.WritePropertyName(property.Name);
                    Write(writer, property.Value);
                }
                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (JsonElement item in element.EnumerateArray())
                    Write(writer, item);
                writer.WriteEndArray();
                break;
            case JsonValueKind.String:
                WriteString(writer, element.GetString()!);
                break;
            case JsonValueKind.Number:
                writer.WriteNumberValue(element.GetInt64());
                break;
            default:
                element.WriteTo(writer);
                break;
        }
    }

    private static string Escaped(string text)
    {
        StringBuilder escaped = new(text.Length + 16);
        escaped.Append('"');
        foreach (char c in text)
        {
            _ = c switch
            {
                '"' => escaped.Append("\\\""),
                '\\' => escaped.Append("\\\\"),
                '\b' => escaped.Append("\\b"),
                '\f' => escaped.Append("\\f"),
                '\n' => escaped.Append("\\n"),
                '\r' => escaped.Append("\\r"),
                '\t' => escaped.Append("\\t"),
                < ' ' => escaped.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture)),
                _ => escaped.Append(c),
            };
        }
        return escaped.Append('"').ToString();
    }
}
