using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Evaluator.Standings.Canonical;

/// <summary>A decimal number as a string: shortest digits, no exponent, no trailing zeros. <c>"12.5"</c>, <c>"-0.001"</c>, <c>"0"</c>.</summary>
public sealed class DecimalText : JsonConverter<decimal>
{
    private const string Digits = "0.############################";

    /// <summary>A negative zero is "0" too.</summary>
    public static string Of(decimal number) => number == 0 ? "0" : number.ToString(Digits, CultureInfo.InvariantCulture);

    public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        string? text = reader.GetString();
        if (decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number) && Of(number) == text)
            return number;
        throw new JsonException($"\"{text}\" is no decimal number in its shortest form");
    }

    public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) => writer.WriteStringValue(Of(value));
}
