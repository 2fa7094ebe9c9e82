using System.Text;
using System.Text.Json;

namespace Evaluator.Challenges.Reading;

/// <summary>Reads a JSON file into nodes with lines. Comments and trailing commas are fine: people write this file.</summary>
internal static class SourceTree
{
    private static readonly JsonReaderOptions Options = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <returns>Null where the file is no JSON; the fault says where.</returns>
    public static SourceNode? Read(byte[] utf8, string file, List<ChallengeFault> faults)
    {
        ReadOnlySpan<byte> text = utf8.AsSpan();
        if (text.StartsWith(Encoding.UTF8.Preamble))
            text = text[Encoding.UTF8.Preamble.Length..];
        Utf8JsonReader reader = new(text, Options);
        LineCounter lines = new();
        try
        {
            reader.Read();
            SourceNode root = Value(ref reader, text, lines, file, faults);
            reader.Read();
            return root;
        }
        catch (JsonException wrong)
        {
            faults.Add(new ChallengeFault(file, (int)(wrong.LineNumber ?? 0) + 1, $"no JSON ({FirstSentence(wrong.Message)})", "JSON"));
        }
        catch (InvalidOperationException wrong)
        {
            // A string that is not UTF-8, or half of a surrogate pair.
            faults.Add(
                new ChallengeFault(file, lines.Of(text, reader.TokenStartIndex), $"text that can't be read ({wrong.Message})", "UTF-8"));
        }
        return null;
    }

    private static SourceNode Value(
        ref Utf8JsonReader reader, ReadOnlySpan<byte> text, LineCounter lines, string file, List<ChallengeFault> faults)
    {
        int line = lines.Of(text, reader.TokenStartIndex);
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                SourceNode all = new(JsonTokenType.StartObject, line);
                while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                    Member(ref reader, text, lines, file, faults, all);
                return all;
            case JsonTokenType.StartArray:
                SourceNode list = new(JsonTokenType.StartArray, line);
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                    list.Items.Add(Value(ref reader, text, lines, file, faults));
                return list;
            case JsonTokenType.String:
                return new SourceNode(JsonTokenType.String, line) { Text = reader.GetString() ?? "" };
            case JsonTokenType.Number:
                return new SourceNode(JsonTokenType.Number, line) { Text = Encoding.UTF8.GetString(reader.ValueSpan) };
            default:
                return new SourceNode(reader.TokenType, line);
        }
    }

    private static void Member(
        ref Utf8JsonReader reader, ReadOnlySpan<byte> text, LineCounter lines, string file, List<ChallengeFault> faults, SourceNode all)
    {
        string name = reader.GetString() ?? "";
        int line = lines.Of(text, reader.TokenStartIndex);
        reader.Read();
        SourceNode value = Value(ref reader, text, lines, file, faults);
        if (all.Members.Exists(member => member.Name == name))
            faults.Add(new ChallengeFault(file, line, $"`{name}` a second time", "each name once"));
        else
            all.Members.Add(new SourceMember(name, line, value));
    }

    private static string FirstSentence(string message)
    {
        int place = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return (place < 0 ? message : message[..place]).TrimEnd('.');
    }
}
