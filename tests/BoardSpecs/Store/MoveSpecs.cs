using System.Net;
using Evaluator.BoardSpecs.Board;

namespace Evaluator.BoardSpecs.Store;

/// <summary>A board goes from SQLite to PostgreSQL, and by a backup back again; nobody who uses it notices.</summary>
public class MoveSpecs
{
    private const string Contest = SampleChallenge.Name;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact(Timeout = 600_000)]
    public async Task A_board_is_moved_with_its_log_untouched_and_only_into_an_empty_database()
    {
        Assert.SkipUnless(PostgresServer.IsInstalled, "No PostgreSQL here; .ci/run installs it.");
        string address = (await PostgresServer.Shared).NewAddress();
        using SampleChallenge challenge = new();
        await using RunningBoard board = await RunningBoard.On(null, challenge.Folder);
        using Person organiser = await Person.Joins(board.Address, board.OrganiserLink!, "Olga");
        using Person ada = await organiser.Invites("Ada");
        await ada.MakesTeam(Contest, "M\u00f6wen");
        await ada.MakeToken();
        await organiser.MakeToken("organise");
        string submission = await ada.Submits(Contest, "provisional", "class A { }");
        using (RecordedResults results = new(board.Folder))
            results.Scored(Contest, submission, "provisional", 4273.125m, 0.35m);
        await Await.Says(ada, $"/c/{Contest}/provisional/standings.csv", "4273.125");
        string log = await Log(organiser);

        string[] move = ["move", board.Folder, "--database", address];
        await Refused(move, "end `evaluator board serve` first");
        Assert.Equal(0, (await board.Stop()).ExitCode);
        await Refused(["serve", board.Folder, "--database", address], "evaluator board move");
        (int exitCode, string said) = await RunningBoard.Runs(move);
        Assert.True(exitCode == 0, said);
        Assert.False(File.Exists(Path.Combine(board.Folder, "board.db")));
        await Refused(move, "names a PostgreSQL database already");

        await board.Start();
        Assert.Equal(log, await Log(organiser));
        Assert.Contains("M\u00f6wen",
            await ada.Client.GetStringAsync($"/c/{Contest}/provisional/standings.csv", Stop));
        await ada.Submits(Contest, "provisional", "class B { }");
        string longer = await Log(organiser);
        Assert.Equal(EntriesOf(log), EntriesOf(longer)[..EntriesOf(log).Length]);
        await Back(board, organiser, longer, address);
    }

    /// <summary>A backup of a board on PostgreSQL is like any other: it becomes a board on SQLite, or on another database.</summary>
    private static async Task Back(RunningBoard board, Person organiser, string log, string taken)
    {
        string backup = board.Folder + "-backup", sqlite = board.Folder + "-sqlite", postgres = board.Folder + "-postgres";
        try
        {
            (int exitCode, string said) = await RunningBoard.Runs("backup", board.Folder, backup, "--with-secrets");
            Assert.True(exitCode == 0, said);
            await Refused(["restore", backup, postgres, "--database", taken], "is not empty");
            Assert.False(Directory.Exists(postgres));
            foreach (string[] restore in (string[][])[["restore", backup, sqlite],
                ["restore", backup, postgres, "--database", (await PostgresServer.Shared).NewAddress()]])
            {
                (exitCode, said) = await RunningBoard.Runs(restore);
                Assert.True(exitCode == 0, said);
                Assert.DoesNotContain("missing", said);
                await using RunningBoard there = await RunningBoard.Over(restore[2]);
                using Person elsewhere = organiser.At(there.Address);
                Assert.Equal(log, await Log(elsewhere));
            }
            Assert.True(File.Exists(Path.Combine(sqlite, "board.db")));
            Assert.False(File.Exists(Path.Combine(postgres, "board.db")));
        }
        finally
        {
            foreach (string folder in (string[])[backup, sqlite, postgres])
                if (Directory.Exists(folder))
                    Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task Refused(string[] command, string why)
    {
        (int exitCode, string said) = await RunningBoard.Runs(command);
        Assert.True(exitCode == 2, said);
        Assert.Contains(why, said);
    }

    /// <summary>The entries of an exported log, without the opened seals.</summary>
    private static string[] EntriesOf(string log) =>
        [.. log.Split('\n').Where(line => line.Contains("\"hash\":", StringComparison.Ordinal))];

    private static async Task<string> Log(Person person)
    {
        using HttpResponseMessage answer = await person.Sends(HttpMethod.Get, $"/api/v1/c/{Contest}/log");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(Stop);
    }
}
