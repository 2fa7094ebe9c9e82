using System.Net;
using System.Text.Json;
using Evaluator.Specs;

namespace Evaluator.BoardSpecs.Board;

/// <summary>
/// What an operator relies on: a stop that ends in time with streams open, a kill that loses nothing, a backup that comes back.
/// </summary>
public class OperatorSpecs
{
    private const string Contest = SampleChallenge.Name;

    [Fact(Timeout = 300_000)]
    public async Task A_stop_ends_open_streams_and_the_process()
    {
        using SampleChallenge challenge = new();
        await using RunningBoard board = await RunningBoard.WithChallenges(challenge.Folder);
        using HttpClient client = new() { BaseAddress = board.Address };
        List<HttpResponseMessage> streams = [];
        for (int stream = 0; stream < 20; stream++)
            streams.Add(await client.GetAsync($"/c/{Contest}/provisional/live", HttpCompletionOption.ResponseHeadersRead,
                TestContext.Current.CancellationToken));
        ForEvery.In(streams, stream => Assert.Equal("text/event-stream", stream.Content.Headers.ContentType?.MediaType));
        Task<string>[] heard = [.. streams.Select(stream => stream.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))];
        (TimeSpan took, int exitCode) = await board.Stop();
        Assert.Equal(0, exitCode);
        // Each stream was ended, not cut off: reading one that was cut throws. The first line says when to come back.
        ForEvery.In(await Task.WhenAll(heard), said => Assert.StartsWith("retry: 2000\n\n", said, StringComparison.Ordinal));
        // 2 s are promised; a host that does not end its streams takes 30. Tests run on a loaded machine, the soak on a quiet one.
        Assert.True(took < TimeSpan.FromSeconds(Soak.IsOn ? 3 : 15), $"the stop took {took}");
        streams.ForEach(stream => stream.Dispose());
    }

    [Fact(Timeout = 300_000)]
    public async Task After_a_kill_everybody_is_still_signed_in_and_every_acknowledged_submission_is_there_once()
    {
        using SampleChallenge challenge = new();
        await using RunningBoard board = await RunningBoard.WithChallenges(challenge.Folder);
        using Person organiser = await Person.Joins(board.Address, board.OrganiserLink!, "Olga");
        using Person ada = await organiser.Invites("Ada");
        await ada.MakesTeam(Contest, "Gulls");
        await ada.MakeToken();
        List<string> acknowledged = [];
        for (int submission = 0; submission < 5; submission++)
            acknowledged.Add(await ada.Submits(Contest, "provisional", $"class A{submission} {{ }}"));
        string cookiePath = $"/c/{Contest}/submissions";
        await board.Kill();
        await board.Start();
        // The port is another one; a cookie does not mind, a client does.
        using Person again = ada.At(board.Address);
        string page = await again.Client.GetStringAsync(cookiePath, TestContext.Current.CancellationToken);
        ForEvery.In(acknowledged, submission => Assert.Contains($"/s/{submission}\"", page));
        using HttpResponseMessage answer = await again.Sends(HttpMethod.Get, $"/api/v1/c/{Contest}/submissions");
        JsonElement submissions =
            JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
        Assert.Equal(acknowledged.Order(),
            submissions.EnumerateArray().Select(submission => submission.GetProperty("id").GetString()!).Order());
    }

    [Fact(Timeout = 300_000)]
    public async Task A_backup_taken_while_it_runs_is_a_board_elsewhere_and_says_what_it_lacks()
    {
        using SampleChallenge challenge = new();
        await using RunningBoard board = await RunningBoard.WithChallenges(challenge.Folder);
        using Person organiser = await Person.Joins(board.Address, board.OrganiserLink!, "Olga");
        using Person ada = await organiser.Invites("Ada");
        await ada.MakesTeam(Contest, "Gulls");
        await ada.MakeToken();
        string submission = await ada.Submits(Contest, "provisional", "class A { }");
        string backup = board.Folder + "-backup", restored = board.Folder + "-restored";
        try
        {
            (int made, string said) = await RunningBoard.Runs("backup", board.Folder, backup);
            Assert.True(made == 0, said);
            Assert.False(Directory.Exists(Path.Combine(backup, "challenges", Contest, "secret")));
            Assert.False(Directory.Exists(Path.Combine(backup, "keys")));
            (int back, string missing) = await RunningBoard.Runs("restore", backup, restored);
            Assert.Equal(0, back);
            Assert.Contains("missing: the answers of " + Contest, missing);
            Assert.Contains("missing: the keys", missing);
            await using RunningBoard other = await RunningBoard.Over(restored);
            using Person elsewhere = ada.At(other.Address);
            using HttpResponseMessage file = await elsewhere.Sends(HttpMethod.Get, $"/api/v1/submissions/{submission}/file");
            Assert.Equal("class A { }", await file.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            await elsewhere.Submits(Contest, "provisional", "class B { }");   // handing in goes on
        }
        finally
        {
            foreach (string folder in (string[])[backup, restored])
                if (Directory.Exists(folder))
                    Directory.Delete(folder, recursive: true);
        }
    }

    [Fact(Timeout = 300_000)]
    public async Task An_erased_person_leaves_ids_and_no_words()
    {
        using SampleChallenge challenge = new();
        await using RunningBoard board = await RunningBoard.WithChallenges(challenge.Folder);
        using Person organiser = await Person.Joins(board.Address, board.OrganiserLink!, "Olga");
        using Person ada = await organiser.Invites("Adalgisa");
        await ada.MakesTeam(Contest, "Gullsnest");
        await ada.MakeToken();
        using HttpRequestMessage upload =
            ada.WithToken(HttpMethod.Post, $"/api/v1/c/{Contest}/provisional/submissions?name=Adalgisa.cs&remark=by-Adalgisa");
        upload.Content = new ByteArrayContent("class A { }"u8.ToArray());
        using HttpResponseMessage taken = await ada.Client.SendAsync(upload, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Created, taken.StatusCode);
        string data = await ada.Client.GetStringAsync("/me/data", TestContext.Current.CancellationToken);
        Assert.Contains("by-Adalgisa", data);
        using HttpResponseMessage erased = await ada.Posts("/me?handler=Erase", ("password", Person.Password));
        Assert.Equal(HttpStatusCode.Redirect, erased.StatusCode);
        await board.Stop();
        string database = System.Text.Encoding.Latin1.GetString(await Compacted(board.Folder));
        Assert.Contains(Contest, database);
        ForEvery.In((string[])["Adalgisa", "Gullsnest"], word => Assert.DoesNotContain(word, database));
    }

    /// <summary>The database's live content: a copy without what was deleted.</summary>
    private static async Task<byte[]> Compacted(string folder)
    {
        string backup = folder + "-compact";
        try
        {
            (int exitCode, string said) = await RunningBoard.Runs("backup", folder, backup);
            Assert.True(exitCode == 0, said);
            return await File.ReadAllBytesAsync(Path.Combine(backup, "board.db"));
        }
        finally
        {
            Directory.Delete(backup, recursive: true);
        }
    }
}
