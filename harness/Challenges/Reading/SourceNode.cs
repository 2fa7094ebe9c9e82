using System.Text.Json;

namespace Evaluator.Challenges.Reading;

/// <summary>A value of a JSON file that knows its line. System.Text.Json's own documents don't.</summary>
internal sealed class SourceNode(JsonTokenType kind, int line)
{
    public JsonTokenType Kind { get; } = kind;

    /// <summary>From 1.</summary>
    public int Line { get; } = line;

    /// <summary>A string's text, or a number as it is written.</summary>
    public string Text { get; init; } = "";

    public List<SourceMember> Members { get; } = [];

    public List<SourceNode> Items { get; } = [];

    /// <summary>What is here, in a person's words.</summary>
    public string Said => Kind switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => Items.Count == 0 ? "an empty list" : "a list",
        JsonTokenType.String => $"\"{(Text.Length > 60 ? Text[..60] + "…" : Text)}\"",
        JsonTokenType.Number => Text,
        JsonTokenType.True => "true",
        JsonTokenType.False => "false",
        _ => "null",
    };
}
