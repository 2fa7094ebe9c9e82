using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Evaluator.Standings.Log.Bodies;

namespace Evaluator.Standings.Log;

/// <summary>How a body is read and written: every member has to be there, but what may be null is left out where it is.</summary>
internal static class BodyType
{
    // A class of its own: inside the context it could be made before the context's own statics.
    private static readonly JsonSerializerOptions Options =
        new(EntryJson.Default.Options) { TypeInfoResolver = EntryJson.Default.WithAddedModifier(LetAbsentBeNull) };

    public static JsonTypeInfo Of<T>() where T : EntryBody => Options.GetTypeInfo(typeof(T));

    private static void LetAbsentBeNull(JsonTypeInfo type)
    {
        foreach (JsonPropertyInfo property in type.Properties)
        {
            if (property.AssociatedParameter is { IsNullable: true })
                property.IsRequired = false;
        }
    }
}
