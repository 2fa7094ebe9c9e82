using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Evaluator.Standings.Canonical;

/// <summary>A double as a string: the fewest digits that read back as the same bits, as <c>"4273.125"</c> or <c>"1E-05"</c>.</summary>
internal sealed class NumberText : JsonConverter<double>
{
    public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        string? text = reader.GetString();
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number)
            ? number
            : throw new JsonException($"\"{text}\" is no finite number");
    }

    public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString("R", CultureInfo.InvariantCulture));
}
