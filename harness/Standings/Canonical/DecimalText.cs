using System.Buffers.Text;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Evaluator.Standings.Canonical;

/// <summary>
/// A decimal number as a string: shortest digits, no exponent, no trailing zeros. <c>"12.5"</c>, <c>"-0.001"</c>, <c>"0"</c>.
/// </summary>
internal sealed class DecimalText : JsonConverter<decimal>
{
    private const string Digits = "0.############################";

    /// <summary>A negative zero is "0" too.</summary>
    public static string Of(decimal number) => number == 0 ? "0" : number.ToString(Digits, CultureInfo.InvariantCulture);

    public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String && !reader.ValueIsEscaped && !reader.HasValueSequence && IsShortest(reader.ValueSpan)
            && Utf8Parser.TryParse(reader.ValueSpan, out decimal number, out int length) && length == reader.ValueSpan.Length)
            return number;
        throw new JsonException($"byte {reader.TokenStartIndex} begins no decimal number in its shortest form");
    }

    /// <summary>Digits with at most one point between them, a minus at most before them, and no zero that could be left out.</summary>
    private static bool IsShortest(ReadOnlySpan<byte> text)
    {
        bool isNegative = text.StartsWith("-"u8);
        ReadOnlySpan<byte> digits = isNegative ? text[1..] : text;
        int point = digits.IndexOf((byte)'.');
        ReadOnlySpan<byte> whole = point < 0 ? digits : digits[..point];
        ReadOnlySpan<byte> rest = point < 0 ? default : digits[(point + 1)..];
        return whole.Length > 0 && !whole.ContainsAnyExceptInRange((byte)'0', (byte)'9')
            && !rest.ContainsAnyExceptInRange((byte)'0', (byte)'9')
            && (whole.Length == 1 || whole[0] != (byte)'0') && (point < 0 || (rest.Length > 0 && rest[^1] != (byte)'0'))
            && !(isNegative && digits.SequenceEqual("0"u8));
    }

    public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) => writer.WriteStringValue(Of(value));
}
