using System.Text.Json;
using System.Text.Json.Serialization;
using Evaluator.Standings.Sealing;

namespace Evaluator.Standings.Canonical;

/// <summary>A hash as 64 small hexadecimal digits.</summary>
internal sealed class DigestText : JsonConverter<Digest>
{
    public override Digest Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Read(ref reader);

    internal static Digest Read(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String && !reader.ValueIsEscaped && !reader.HasValueSequence
        && Digest.TryParse(reader.ValueSpan, out Digest digest)
            ? digest
            : throw new JsonException($"byte {reader.TokenStartIndex} begins no SHA-256 in small hexadecimal digits");

    public override void Write(Utf8JsonWriter writer, Digest value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
