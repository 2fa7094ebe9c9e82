using System.Text.Json;
using System.Text.Json.Serialization;
using Evaluator.Standings.Sealing;

namespace Evaluator.Standings.Canonical;

/// <summary>A hash as 64 small hexadecimal digits.</summary>
public sealed class DigestText : JsonConverter<Digest>
{
    public override Digest Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        string? text = reader.GetString();
        return Digest.TryParse(text, out Digest digest) ? digest : throw new JsonException($"\"{text}\" is no SHA-256 in small hexadecimal digits");
    }

    public override void Write(Utf8JsonWriter writer, Digest value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
