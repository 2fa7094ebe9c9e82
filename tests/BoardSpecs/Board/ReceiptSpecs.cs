using System.Data.Common;
using System.Diagnostics;
using System.Text;
using Dapper;
using Evaluator.Board.Folder;
using Evaluator.Board.Store;
using Evaluator.BoardSpecs.Standings;
using Evaluator.BoardSpecs.Tables;
using Evaluator.Specs;
using Evaluator.Standings.Receipts;

namespace Evaluator.BoardSpecs.Board;

/// <summary>
/// A board's word is kept by whoever hands in, and held against it: through the real programs, over a contest of tables.
/// </summary>
public sealed class ReceiptSpecs : IDisposable
{
    private const string Contest = PicksChallenge.Name, Phase = PicksChallenge.Phase;

    private readonly string folder = Directory.CreateTempSubdirectory("receipt-spec-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact(Timeout = 300_000)]
    public async Task What_is_cut_off_a_log_or_put_in_its_place_is_found_by_who_handed_in()
    {
        using PicksChallenge challenge = new();
        await using RunningBoard board = await RunningBoard.WithChallenges(challenge.Folder);
        using Person organiser = await Person.Joins(board.Address, board.OrganiserLink!, "Olga");
        using Person ada = await Competitor(organiser, "Ada", "Gulls");

        (int code, string output) = await Submit(board, ada, "first.csv", 1, 2, 3, 4);
        Assert.True(code == 0, output);
        Assert.DoesNotContain("WARNING", output);
        string kept = Assert.Single(Kept("*.receipt.json")), key = Assert.Single(Kept("board.pem"));
        Receipt receipt = Receipt.Parse(await File.ReadAllTextAsync(kept));
        Receipt again = Receipt.Parse(await ada.Client.GetStringAsync($"/s/{receipt.Submission}/receipt"));
        Assert.Equal(receipt with { Signature = null }, again with { Signature = null });
        Assert.Contains($"/s/{receipt.Submission}/receipt", await ada.Client.GetStringAsync($"/s/{receipt.Submission}"));
        SignedHead head = SignedHead.Parse(await ada.Client.GetStringAsync($"/api/v1/c/{Contest}/head"));
        Assert.Contains($"The log has come to entry {head.Seq}",
            await ada.Client.GetStringAsync($"/c/{Contest}/{Phase}/standings"), StringComparison.Ordinal);

        string log = Path.Combine(folder, "log.ndjson"), cut = Path.Combine(folder, "cut.ndjson");
        string[] lines = await Exported(ada);
        await File.WriteAllTextAsync(log, string.Concat(lines));
        await File.WriteAllTextAsync(cut, string.Concat(lines.Take((int)receipt.Seq!.Value - 1)));
        await Says(0, $"holds head       the receipt of {receipt.Submission} is in the log, entry {receipt.Seq}\n",
            "receipt", kept, "--log", log, "--file", Path.Combine(folder, "first.csv"));
        await Says(1, "it is for a file with the SHA-256", "receipt", kept, "--file", cut);
        await Says(1, $"the log ends with entry {receipt.Seq - 1}: entry {receipt.Seq} is missing",
            "receipt", kept, "--log", cut, "--json");
        await Says(1, $"the log ends with entry {receipt.Seq - 1}: entry {receipt.Seq} is missing",
            "verify", cut, "--receipt", kept, "--board-key", key);

        Assert.Equal((0, $"entry {receipt.Seq} is there"), IndependentReader.Run("receipt", await File.ReadAllBytesAsync(log), kept, key));
        Assert.Equal(1, IndependentReader.Run("receipt", await File.ReadAllBytesAsync(cut), kept, key).Code);

        // The board forgets what it has acknowledged, and goes on as if nothing had been.
        long before = receipt.Seq!.Value;
        await board.Kill();
        Forget(board, before);
        await board.Start();
        using Person returned = ada.At(board.Address);
        (code, output) = await Submit(board, returned, "second.csv", 16, 17, 18, 19);
        Assert.True(code == 3, output);
        Assert.Contains("WARNING: do not rely on", output);
        Assert.Matches($"the (receipt of {receipt.Submission}|head of entry {head.Seq}) has|you have seen entry", output);
        Assert.Contains("scored", output);
    }

    [Fact(Timeout = 300_000)]
    public async Task Under_a_freeze_neither_receipt_nor_head_tell_how_much_is_hidden()
    {
        using PicksChallenge challenge = new();
        await using RunningBoard board = await RunningBoard.WithChallenges(challenge.Folder);
        using Person organiser = await Person.Joins(board.Address, board.OrganiserLink!, "Olga");
        await organiser.MakeToken("organise");
        using Person ada = await Competitor(organiser, "Ada", "Gulls");
        SignedHead before = await Head(ada);
        await Set(organiser, "freeze");

        (int code, string output) = await Submit(board, ada, "late.csv", 1, 2, 3, 4);
        Assert.True(code == 0, output);
        string kept = Assert.Single(Kept("*.receipt.json")), log = Path.Combine(folder, "frozen.ndjson");
        Assert.Null(Receipt.Parse(await File.ReadAllTextAsync(kept)).Seq);
        Assert.Equal(before.Seq, (await Head(ada)).Seq);
        await File.WriteAllTextAsync(log, string.Concat(await Exported(ada)));
        await Says(0, "was given under a freeze", "receipt", kept, "--log", log);

        await Set(organiser, "publish");
        await File.WriteAllTextAsync(log, string.Concat(await Exported(ada)));
        await Says(0, "is in the log, entry ", "receipt", kept, "--log", log);
        (code, output) = await Submit(board, ada, "later.csv", 5, 6, 7, 8);
        Assert.True(code == 0 && !output.Contains("WARNING", StringComparison.Ordinal), output);
        ForEvery.In(Kept("*.receipt.json"), file => Assert.Equal(file == kept, Receipt.Parse(File.ReadAllText(file)).Seq is null));
    }

    private static async Task<Person> Competitor(Person organiser, string handle, string team)
    {
        Person person = await organiser.Invites(handle);
        await person.MakesTeam(Contest, team);
        await person.MakeToken();
        return person;
    }

    private static async Task Set(Person organiser, string what)
    {
        using HttpResponseMessage answer =
            await organiser.Sends(HttpMethod.Put, $"/api/v1/organise/{Contest}/phases/{Phase}/{what}", new { holds = true });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    private static async Task<SignedHead> Head(Person person) =>
        SignedHead.Parse(await person.Client.GetStringAsync($"/api/v1/c/{Contest}/head"));

    private static async Task<string[]> Exported(Person person) =>
        [.. (await person.Client.GetStringAsync($"/api/v1/c/{Contest}/log")).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line + "\n")];

    private string[] Kept(string pattern) => Directory.GetFiles(folder, pattern, SearchOption.AllDirectories);

    private Task<(int Code, string Output)> Submit(RunningBoard board, Person person, string name, params int[] containers)
    {
        string file = Path.Combine(folder, name);
        File.WriteAllText(file, PicksChallenge.Table(containers));
        return Run(person.Token!, "submit", file, "--board", board.Address.ToString());
    }

    private async Task Says(int code, string what, params string[] arguments)
    {
        (int ended, string output) = await Run("", ["board", .. arguments]);
        Assert.True(ended == code && output.Contains(what, StringComparison.Ordinal), $"{ended}: {output}");
    }

    private Task<(int Code, string Output)> Run(string token, params string[] arguments)
    {
        ProcessStartInfo start = EvaluatorProgram.Start(arguments);
        start.Environment["EVALUATOR_TOKEN"] = token;
        start.Environment["XDG_STATE_HOME"] = folder;
        return EvaluatorProgram.Run(start);
    }

    private static void Forget(RunningBoard board, long from)
    {
        using Database database = Database.Open(BoardFolder.Open(board.Folder));
        database.Write(transaction =>
        {
            DbConnection connection = transaction.Connection!;
            connection.Execute("DELETE FROM entry WHERE contest = @Contest AND seq >= @from", new { Contest, from }, transaction);
            return connection.Execute(
                "DELETE FROM submission WHERE contest = @Contest AND seq >= @from", new { Contest, from }, transaction);
        });
    }
}
