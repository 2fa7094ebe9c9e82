using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Evaluator.Confinement.Disk;

/// <summary>How our files of JSON look, whatever stands in them: camel case, indented, readable letters, a line feed at the end.</summary>
public static class ReadableJson
{
    /// <summary>New ones for every context: a context keeps its options for itself.</summary>
    public static JsonSerializerOptions Options() => new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>A file's content: the JSON and a line feed.</summary>
    public static byte[] Bytes<T>(T value, JsonTypeInfo<T> type) => [.. JsonSerializer.SerializeToUtf8Bytes(value, type), (byte)'\n'];
}
