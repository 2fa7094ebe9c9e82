using System.Text.Json;
using System.Text.RegularExpressions;

namespace Evaluator.Board.Repositories;

/// <summary>What a hook's body says, in the few words that the hosts have in common. Its times are anybody's, and not read.</summary>
/// <param name="Ref">As <c>refs/tags/submission-1</c>; empty where it is no push.</param>
/// <param name="Wanted">The commit, or a tag on it; empty where the ref was deleted, or it is no push.</param>
internal sealed partial record Push(string Ref, string Wanted)
{
    private const int LongestRef = 250;

    /// <returns>Null where the body is no JSON.</returns>
    public static Push? Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            JsonElement root = json.RootElement;
            string reference = Text(root, "ref");
            // GitLab names the commit of a tag beside the tag's own id; the others name one of the two.
            string wanted = Text(root, "checkout_sha") is { Length: > 0 } commit ? commit : Text(root, "after");
            return reference.Length is 0 or > LongestRef || !IsId(wanted) || wanted.All(digit => digit == '0')
                ? new Push(reference.Length > LongestRef ? "" : reference, "")
                : new Push(reference, wanted);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static bool IsId(string text) => Id().IsMatch(text);

    private static string Text(JsonElement root, string name) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty(name, out JsonElement value)
            && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    [GeneratedRegex(@"^([0-9a-f]{40}|[0-9a-f]{64})\z")]
    private static partial Regex Id();
}
