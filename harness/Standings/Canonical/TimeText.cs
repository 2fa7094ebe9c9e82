using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Evaluator.Standings.Canonical;

/// <summary>A moment in UTC with milliseconds: <c>"2026-12-01T12:00:00.000Z"</c>.</summary>
public sealed class TimeText : JsonConverter<DateTimeOffset>
{
    private const string Form = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    public static string Of(DateTimeOffset time) => time.UtcDateTime.ToString(Form, CultureInfo.InvariantCulture);

    /// <summary>Cut to milliseconds, as the log holds it.</summary>
    public static DateTimeOffset Cut(DateTimeOffset time) => new(time.UtcTicks - time.UtcTicks % TimeSpan.TicksPerMillisecond, TimeSpan.Zero);

    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        string? text = reader.GetString();
        return DateTimeOffset.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time)
            ? time.ToUniversalTime()
            : throw new JsonException($"\"{text}\" is no time like \"2026-12-01T12:00:00.000Z\"");
    }

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) => writer.WriteStringValue(Of(value));
}
