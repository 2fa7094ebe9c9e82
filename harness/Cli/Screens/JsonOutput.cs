using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Evaluator.Cli.Screens;

/// <summary>A command's result for programs: one JSON object, alone on standard output. RUN-FOLDER.md says what each field is.</summary>
internal static class JsonOutput
{
    public static readonly Option<bool> Asked = new("--json")
    {
        Description = "Print the result as JSON, and nothing else, on standard output.",
    };

    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Converters = { new JsonStringEnumConverter() },
    };

    public static void Print<T>(T result) => Console.Out.WriteLine(JsonSerializer.Serialize(result, Readable));
}
