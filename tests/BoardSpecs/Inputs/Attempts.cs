using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Evaluator.BoardSpecs.Inputs;

/// <summary>Sends what a spec makes up, and writes down every answer that no sender should get.</summary>
internal sealed class Attempts
{
    private readonly List<string> wrong = [];
    private readonly HashSet<string> tried = [];

    public IReadOnlyList<string> Wrong => wrong;

    public IReadOnlySet<string> Tried => tried;

    public int Count { get; private set; }

    /// <summary>Ids of submissions that were acknowledged; as often as they were.</summary>
    public List<string> Acknowledged { get; } = [];

    /// <param name="name">The route or form.</param>
    /// <param name="what">What of it was hostile.</param>
    /// <param name="make">The request; it is sent again where the answer is to wait.</param>
    /// <param name="mayWork">False where nothing of that name is there: an answer as if there were would be wrong.</param>
    public async Task<HttpStatusCode> Send(
        HttpClient client, string name, string what, Func<HttpRequestMessage> make, bool forPrograms, bool mayWork = true)
    {
        tried.Add(name);
        Count++;
        while (true)
        {
            using HttpRequestMessage request = make();
            if (forPrograms)
                request.Headers.TryAddWithoutValidation("Accept", "application/json");
            using HttpResponseMessage answer = await client.SendAsync(
                request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
            if (answer is { StatusCode: HttpStatusCode.TooManyRequests, Headers.RetryAfter.Delta: { } wait })
            {
                await Task.Delay(wait, TestContext.Current.CancellationToken);
                continue;
            }
            string? media = answer.Content.Headers.ContentType?.MediaType;
            string text = media is "text/event-stream" or "application/zip" ? ""
                : await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            if (Fault(answer.StatusCode, media, text, forPrograms, mayWork) is { } fault)
                wrong.Add($"{name}, {what}: {(int)answer.StatusCode} {fault}");
            if (forPrograms && answer.StatusCode == HttpStatusCode.Created && text.Contains("\"submission\"", StringComparison.Ordinal))
                Acknowledged.Add(JsonNode.Parse(text)!["submission"]!.GetValue<string>());
            return answer.StatusCode;
        }
    }

    private static string? Fault(HttpStatusCode status, string? media, string text, bool forPrograms, bool mayWork) => (int)status switch
    {
        >= 500 => "is a fault of the board's: " + text,
        < 400 when !mayWork => "is answered as if there were such a thing",
        _ when media == "text/html" && Array.Find(HostileText.Marks, text.Contains) is { } mark => $"shows {mark} as it was typed",
        _ when text.Contains("   at Evaluator.", StringComparison.Ordinal) => "holds a stack trace",
        >= 400 when forPrograms => media == "application/problem+json" ? ProblemFault((int)status, text) : $"is no problem but {media}",
        _ => null,
    };

    /// <summary>RFC 9457: a title, the status once more; and where the request is to blame, what is wrong with it.</summary>
    private static string? ProblemFault(int status, string text)
    {
        JsonElement problem = JsonDocument.Parse(text).RootElement;
        return problem.GetProperty("status").GetInt32() != status ? "says another status"
            : problem.GetProperty("title").GetString() is not { Length: > 0 } ? "has no title"
            : status == 400 && !(problem.TryGetProperty("detail", out JsonElement detail) && detail.GetString() is { Length: > 0 })
                ? "does not say what was wrong: " + text
            : text.Contains("Evaluator.", StringComparison.Ordinal) ? "names types of our code: " + text
            : null;
    }
}
