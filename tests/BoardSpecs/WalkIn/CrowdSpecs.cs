using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Evaluator.BoardSpecs.Harbour;

namespace Evaluator.BoardSpecs.WalkIn;

/// <summary>
/// Many teams at once, and a kill -9 in the middle: who got no answer sends again with the same key, as the instructions say. In the soak
/// 500 uploads by 50 teams, else a few.
/// </summary>
public class CrowdSpecs(GeneratedHarbour generated)
{
    private static readonly int Teams = DrawnHarbours.IsSoak ? 50 : 8;
    private static readonly int UploadsATeam = DrawnHarbours.IsSoak ? 10 : 4;

    private sealed record Sent(WalkInVisitor Team, string Csv, int Kilos, string Key);

    [Fact]
    public async Task Each_upload_is_acknowledged_once_and_no_score_is_anothers()
    {
        await using HarbourBoard harbour = new(generated);
        await harbour.InitializeAsync();
        Sent[][] uploads = Uploads(harbour);
        ConcurrentDictionary<string, Sent> acknowledged = new(StringComparer.Ordinal);
        int half = Teams * UploadsATeam / 2, answered = 0;
        TaskCompletionSource middle = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Task[] crowd = [.. uploads.Select(team => Task.Run(async () =>
        {
            foreach (Sent upload in team)
            {
                string submission = await SendUntilAnswered(upload, isFirst: upload == team[0]);
                Assert.True(acknowledged.TryAdd(submission, upload), $"{submission} was acknowledged for two uploads");
                if (Interlocked.Increment(ref answered) == half)
                    middle.SetResult();
            }
        }))];
        await Task.WhenAny(middle.Task, Task.WhenAll(crowd));
        await harbour.Board.Kill();
        await harbour.Board.Start();
        harbour.Connect();
        await Task.WhenAll(crowd);

        Assert.Equal(Teams * UploadsATeam, acknowledged.Count);
        await AssertScores(harbour, acknowledged);
        await AssertBoard(harbour, uploads);
    }

    /// <summary>Each team's uploads: the picks are random, and with them how much they find.</summary>
    private static Sent[][] Uploads(HarbourBoard harbour)
    {
        Random random = new(2019);
        string[] containers = harbour.TestTable;
        IReadOnlyDictionary<string, int> kilos = harbour.Kilos;
        return [.. Enumerable.Range(0, Teams).Select(team =>
        {
            WalkInVisitor visitor = harbour.Visitor($"Team nummer {team}");
            return Enumerable.Range(0, UploadsATeam).Select(number =>
            {
                string[] picks = random.GetItems(containers, containers.Length).Distinct().Concat(containers).Distinct().Take(400)
                    .ToArray();
                return new Sent(visitor, WalkInVisitor.Csv(picks), picks.Sum(pick => kilos[pick]), $"upload-{team}-{number}");
            }).ToArray();
        })];
    }

    private static async Task<string> SendUntilAnswered(Sent upload, bool isFirst)
    {
        for (int attempt = 0; attempt < 600; attempt++)
        {
            try
            {
                string remark = upload.Kilos.ToString();
                (int status, JsonElement answer) = isFirst
                    ? await upload.Team.HandIn(upload.Csv, upload.Key, remark)
                    : await upload.Team.HandInAsTeam(upload.Csv, upload.Key, remark);
                if (status is 200 or 201)
                    return answer.GetProperty("submission").GetString()!;
                Assert.True(status is 429 or 503, $"{upload.Key}: {status} {answer}");
            }
            catch (Exception gone)
                when (gone is HttpRequestException or IOException or ObjectDisposedException or OperationCanceledException or JsonException
                && !TestContext.Current.CancellationToken.IsCancellationRequested)
            {
                // The board is dead, or is starting: send again.
            }
            await Task.Delay(200, TestContext.Current.CancellationToken);
        }
        throw new TimeoutException($"{upload.Key} was never answered");
    }

    private static async Task AssertScores(HarbourBoard harbour, IReadOnlyDictionary<string, Sent> acknowledged)
    {
        foreach ((string submission, Sent upload) in acknowledged)
        {
            using HttpRequestMessage asks =
                new(HttpMethod.Get, $"/api/v1/submissions/{submission}")
                {
                    Headers =
                    { Authorization = new AuthenticationHeaderValue("Bearer", upload.Team.Key) }
                };
            using HttpResponseMessage answer = await harbour.Http.SendAsync(asks, TestContext.Current.CancellationToken);
            JsonElement status = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
            Assert.Equal("done", status.GetProperty("step").GetString());
            Assert.Equal(upload.Kilos, status.GetProperty("values").GetProperty("kilos").GetDecimal());
        }
    }

    /// <summary>The 200 best: places, kilos, and the remark in which each team wrote what it should get.</summary>
    private static async Task AssertBoard(HarbourBoard harbour, Sent[][] uploads)
    {
        JsonElement all = await harbour.Http.GetFromJsonAsync<JsonElement>($"/api/v1/c/{HarbourBoard.Contest}/{HarbourBoard.Phase}/best",
            TestContext.Current.CancellationToken);
        JsonElement[] rows =
            [.. all.GetProperty("rows").EnumerateArray().Where(row => row.GetProperty("place").ValueKind == JsonValueKind.Number)];
        int[] expected = [.. uploads.SelectMany(team => team).Select(upload => upload.Kilos).OrderDescending().Take(200)];
        Assert.Equal(expected, rows.Select(KilosOf));
        Assert.Equal(Enumerable.Range(1, expected.Length), rows.Select(row => row.GetProperty("place").GetInt32()));
        Assert.DoesNotContain(rows, row => row.GetProperty("remark").GetString() != KilosOf(row).ToString());

        JsonElement each =
            await harbour.Http.GetFromJsonAsync<JsonElement>($"/api/v1/c/{HarbourBoard.Contest}/{HarbourBoard.Phase}/best?each=team",
                TestContext.Current.CancellationToken);
        Dictionary<string, int> best = each.GetProperty("rows").EnumerateArray()
            .Where(row => row.GetProperty("place").ValueKind == JsonValueKind.Number)
            .ToDictionary(row => row.GetProperty("team").GetString()!, KilosOf);
        Assert.Equal(Teams, best.Count);
        Assert.DoesNotContain(uploads, team => best[team[0].Team.Team] != team.Max(upload => upload.Kilos));
    }

    private static int KilosOf(JsonElement row) => (int)row.GetProperty("values").GetProperty("kilos").GetDecimal();
}
