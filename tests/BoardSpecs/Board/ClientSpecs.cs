using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Evaluator.BoardSpecs.Board;

/// <summary>The client that the help page gives programs as an example: as it is downloaded, in a plain Python.</summary>
public class ClientSpecs
{
    private const string Contest = SampleChallenge.Name, Python = "/usr/bin/python3";

    [Fact(Timeout = 300_000)]
    public async Task Thirty_lines_of_Python_hand_in_wait_and_show_the_standings()
    {
        Assert.SkipUnless(File.Exists(Python), $"{Python} is not installed");
        using SampleChallenge challenge = new();
        await using RunningBoard board = await RunningBoard.WithChallenges(challenge.Folder);
        using Person olga = await Person.Joins(board.Address, board.OrganiserLink!, "Olga");
        using Person ada = await olga.Invites("Ada");
        await ada.MakeToken();
        string client = Path.Combine(board.Folder, "client.py"), mine = Path.Combine(board.Folder, "Mine.cs");
        await File.WriteAllTextAsync(client, await ada.Client.GetStringAsync("/help/client.py"), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(mine, "class Mine { }", TestContext.Current.CancellationToken);
        Assert.InRange(File.ReadLines(client).Count(), 10, 30);

        (int exitCode, string output) = await EvaluatorProgram.Run(Client(board, client, mine, ada.Token!));
        Assert.True(exitCode == 1, output);
        Assert.Contains("accept them there", output);
        await ada.MakesTeam(Contest, "Gulls");
        Task<(int ExitCode, string Output)> run = EvaluatorProgram.Run(Client(board, client, mine, ada.Token!));
        using (RecordedResults results = new(board.Folder))
            results.Scored(Contest, await HandedIn(ada, run), "provisional", 4273.125m, 0.35m);
        (exitCode, output) = await run;
        Assert.True(exitCode == 0, output);
        Assert.Contains("Harbour town: Predict", output);
        Assert.Contains("4273.125", output);
        Assert.Matches(@"\n +1  Gulls\n", output);
    }

    private static ProcessStartInfo Client(RunningBoard board, string client, string file, string token)
    {
        ProcessStartInfo start = EvaluatorProgram.Start(Python, [client, board.Address.ToString(), Contest, "provisional", file]);
        start.Environment["EVALUATOR_TOKEN"] = token;
        return start;
    }

    private static async Task<string> HandedIn(Person ada, Task<(int ExitCode, string Output)> run)
    {
        string found = "";
        await Await.That(async () =>
        {
            JsonArray mine = JsonNode.Parse(await ada.Client.GetStringAsync($"/api/v1/c/{Contest}/submissions"))!.AsArray();
            found = mine.Count > 0 ? mine[0]!["id"]!.GetValue<string>() : "";
            return found.Length > 0;
        }, () => $"the client handed nothing in: {(run.IsCompleted ? run.Result.Output : "it still runs")}");
        return found;
    }
}
