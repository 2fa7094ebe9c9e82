using System.Net;
using System.Text;
using Dapper;
using Evaluator.Board.Folder;
using Evaluator.Board.Store;

namespace Evaluator.BoardSpecs.Board;

/// <summary>A file's name is a person's: it leaves what workers posted too.</summary>
public class ErasureSpecs
{
    private const string Contest = SampleChallenge.Name;

    [Fact(Timeout = 300_000)]
    public async Task The_name_of_an_erased_persons_file_leaves_the_runs_files_and_the_compilers_words()
    {
        using SampleChallenge challenge = new();
        await using RunningBoard board = await RunningBoard.WithChallenges(challenge.Folder);
        using Person organiser = await Person.Joins(board.Address, board.OrganiserLink!, "Olga");
        using Person ada = await organiser.Invites("Adalgisa");
        await ada.MakesTeam(Contest, "Gulls");
        await ada.MakeToken();
        string ended = await HandIn(ada, "class A { }"), open = await HandIn(ada, "class B { }");
        using RecordedResults results = new(board.Folder);
        await Await.That(() => Task.FromResult(Query(board, "SELECT id FROM evaluation").Count == 2), () => "nothing was queued");
        string blob = await Posted(board, results, ended), kept = await Posted(board, results, open);
        results.Row(
            "UPDATE evaluation SET state = 'rejected', rejection = 'Adalgisa.cs(1,2): error' WHERE submission = @ended", new { ended });

        using HttpResponseMessage erased = await ada.Posts("/me?handler=Erase", ("password", Person.Password));
        Assert.Equal(HttpStatusCode.Redirect, erased.StatusCode);
        await Await.That(() => Task.FromResult(Query(board, "SELECT name FROM run_file WHERE cleared IS NOT NULL").Count == 1),
            () => "nothing was cleared");
        Blobs blobs = new(BoardFolder.Open(board.Folder));
        Assert.False(blobs.Has(blob));
        string text = File.ReadAllText(blobs.FileOf(Query(board, "SELECT sha256 FROM run_file WHERE cleared IS NOT NULL").Single()));
        Assert.DoesNotContain("Adalgisa", text);
        Assert.Contains("\"files\":[\"erased.cs\",\"Other.cs\"]", text);
        Assert.Equal(["erased.cs(1,2): error"], Query(board, "SELECT rejection FROM evaluation WHERE rejection IS NOT NULL"));
        // A worker may still read the other one, and checks its hash: it is cleared when it has ended.
        Assert.True(blobs.Has(kept));
        results.Row("UPDATE evaluation SET state = 'scored' WHERE submission = @open", new { open });
        await Await.That(() => Task.FromResult(!blobs.Has(kept)), () => "the second one was never cleared");
    }

    private static async Task<string> HandIn(Person person, string source)
    {
        using HttpResponseMessage taken = await person.HandsIn(Contest, "provisional", "Adalgisa.cs", Encoding.UTF8.GetBytes(source));
        return System.Text.Json.JsonDocument.Parse(await taken.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement
            .GetProperty("submission").GetString()!;
    }

    /// <summary>What a worker leaves when it has planned.</summary>
    private static async Task<string> Posted(RunningBoard board, RecordedResults results, string submission)
    {
        StoredBlob blob = await new Blobs(BoardFolder.Open(board.Folder)).Keep(Encoding.UTF8.GetBytes($$"""
            {"submission":{"name":"Adalgisa","path":"/tmp/{{submission}}/Adalgisa.cs","files":["Adalgisa.cs","Other.cs"]},"seed":7}
            """), TestContext.Current.CancellationToken);
        results.Row("INSERT INTO run_file (evaluation, name, sha256, size) VALUES (@evaluation, 'run.json', @Sha256, @Size)",
            new { evaluation = $"{submission}.provisional.0", blob.Sha256, blob.Size });
        return blob.Sha256;
    }

    private static IReadOnlyList<string> Query(RunningBoard board, string sql)
    {
        using Database database = Database.Open(BoardFolder.Open(board.Folder));
        using System.Data.Common.DbConnection connection = database.Read();
        return connection.Query<string>(sql).AsList();
    }
}
