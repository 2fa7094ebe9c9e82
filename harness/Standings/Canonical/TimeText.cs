using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Evaluator.Standings.Canonical;

/// <summary>A moment in UTC with milliseconds: <c>"2026-12-01T12:00:00.000Z"</c>.</summary>
internal sealed class TimeText : JsonConverter<DateTimeOffset>
{
    private const string Form = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    public static string Of(DateTimeOffset time) => time.UtcDateTime.ToString(Form, CultureInfo.InvariantCulture);

    /// <summary>Cut to milliseconds, as the log holds it.</summary>
    public static DateTimeOffset Cut(DateTimeOffset time) =>
        new(time.UtcTicks - time.UtcTicks % TimeSpan.TicksPerMillisecond, TimeSpan.Zero);

    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Read(ref reader);

    /// <summary>The framework's own parser of ISO 8601, which is ten times as fast as a format, held to the one form.</summary>
    internal static DateTimeOffset Read(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String && !reader.ValueIsEscaped && !reader.HasValueSequence
        && reader.ValueSpan.Length == "2026-12-01T12:00:00.000Z".Length
            && reader.ValueSpan[^1] == (byte)'Z' && reader.TryGetDateTimeOffset(out DateTimeOffset time)
            ? time
            : throw new JsonException($"byte {reader.TokenStartIndex} begins no time like \"2026-12-01T12:00:00.000Z\"");

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(Of(value));
}
