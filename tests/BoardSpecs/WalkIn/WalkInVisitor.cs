using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;

namespace Evaluator.BoardSpecs.WalkIn;

/// <summary>A program that walks in: its team's name and key, and the board that it goes to.</summary>
internal sealed class WalkInVisitor(HarbourBoard board, string team)
{
    public string Team => team;

    public string Key { get; set; } = NewKey();

    public string? EventCode { get; set; }

    public static string NewKey() => "evb_" + System.Buffers.Text.Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>The lines of a submission.</summary>
    public static string Csv(IEnumerable<string> picks) => "containerid\n" + string.Concat(picks.Select(pick => pick + "\n"));

    /// <summary>Walks in: claims the name, or comes back with its key.</summary>
    public Task<(int Status, JsonElement Answer)> HandIn(
        string csv, string? idempotencyKey = null, string remark = "", string file = "picks.csv")
    {
        string address = $"walk-in/submissions?team={Uri.EscapeDataString(team)}&name={file}&remark={Uri.EscapeDataString(remark)}";
        return Send(address, csv, idempotencyKey, headers =>
        {
            headers.Add("Team-Key", Key);
            if (EventCode is not null)
                headers.Add("Event-Code", EventCode);
        });
    }

    /// <summary>Hands in as the team that it is by now: the key is a token like others.</summary>
    public Task<(int Status, JsonElement Answer)> HandInAsTeam(string csv, string idempotencyKey, string remark) =>
        Send($"submissions?name=picks.csv&remark={Uri.EscapeDataString(remark)}", csv, idempotencyKey,
            headers => headers.Authorization = new AuthenticationHeaderValue("Bearer", Key));

    private async Task<(int Status, JsonElement Answer)> Send(
        string address, string csv, string? idempotencyKey, Action<HttpRequestHeaders> identify)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, $"/api/v1/c/{HarbourBoard.Contest}/{HarbourBoard.Phase}/{address}")
        {
            Content = new StringContent(csv, System.Text.Encoding.UTF8, "text/csv"),
        };
        identify(request.Headers);
        if (idempotencyKey is not null)
            request.Headers.Add("Idempotency-Key", idempotencyKey);
        using HttpResponseMessage answer = await board.Http.SendAsync(request, TestContext.Current.CancellationToken);
        return ((int)answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken));
    }

    public static string Detail(JsonElement problem) => problem.GetProperty("detail").GetString()!;
}
