using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Evaluator.Standings.Canonical;
using Evaluator.Standings.Log;

namespace Evaluator.Standings.Receipts;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    Converters = [typeof(DigestText), typeof(TimeText)])]
[JsonSerializable(typeof(Receipt))]
[JsonSerializable(typeof(SignedHead))]
[JsonSerializable(typeof(AnswerPromises))]
internal sealed partial class SignedJson : JsonSerializerContext
{
    public static T Parse<T>(string text, JsonTypeInfo<T> type, string what)
    {
        try
        {
            return JsonSerializer.Deserialize(text, type) ?? throw new LogFormatException($"this is no {what}: it is null");
        }
        catch (JsonException wrong)
        {
            throw new LogFormatException($"this is no {what}: {wrong.Message}", wrong);
        }
    }

    public static bool Verifies(PublicKey key, byte[] signed, string? signature)
    {
        byte[] bytes = new byte[signature?.Length ?? 0];
        return signature is not null && Convert.TryFromBase64String(signature, bytes, out int length)
            && key.Verifies(signed, bytes.AsSpan(0, length));
    }
}
