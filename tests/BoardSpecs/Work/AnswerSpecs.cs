using System.Text;
using Evaluator.BoardSpecs.Board;
using Evaluator.BoardSpecs.Standings;
using Evaluator.BoardSpecs.Tables;

namespace Evaluator.BoardSpecs.Work;

/// <summary>Answers are promised when a contest is added and opened when it is published; through the real programs.</summary>
public sealed class AnswerSpecs : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("answer-spec-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact(Timeout = 300_000)]
    public async Task A_table_of_answers_is_promised_opened_after_publishing_and_corrected_with_a_reason()
    {
        using PicksChallenge challenge = new();
        await using RunningBoard board = await RunningBoard.WithChallenges(challenge.Folder);
        using Person organiser = await Person.Joins(board.Address, board.OrganiserLink!, "Olga");
        await organiser.MakeToken("organise");
        string secret = Path.Combine(challenge.Folder, "secret"), before = Path.Combine(folder, "before");
        Directory.CreateDirectory(before);
        File.Copy(Path.Combine(secret, "answers.csv"), Path.Combine(before, "answers.csv"));
        using Person stranger = new(board.Address);
        string page = await stranger.Client.GetStringAsync($"/c/{PicksChallenge.Name}");
        Assert.Contains("The answers are fixed", page);
        Assert.Contains("answers.csv: <span class=\"mono\">", page);
        await Says(await Exported(stranger, PicksChallenge.Name, "answers-committed"), secret, 0,
            "all: 1 answers are promised and not opened yet");

        await Publish(organiser, PicksChallenge.Name, PicksChallenge.Phase);
        byte[] log = await Exported(stranger, PicksChallenge.Name, "answers-revealed");
        await Says(log, secret, 0, "holds answers    all: 1 answers are those that were promised");
        Assert.Equal((0, "all: 1 answers are those that were promised"), IndependentReader.Run("answers", log, secret));

        challenge.Correct("c3,3,", "c3,4,");
        await Says(log, secret, 1, "WRONG answers    all: answers.csv: ");
        Assert.Equal((1, "all: answers.csv is not the answer that was promised"), IndependentReader.Run("answers", log, secret));

        (int code, string output) = await RunningBoard.Runs("add", board.Folder, challenge.Folder, "--reason", "c3 has 4 kilos");
        Assert.True(code == 0, output);
        log = await Exported(stranger, PicksChallenge.Name, "c3 has 4 kilos", "answers-revealed", "answers-revealed");
        await Says(log, secret, 0, "holds answers");
        await Says(log, before, 1, "WRONG answers");
        Assert.Contains("c3 has 4 kilos", await stranger.Client.GetStringAsync($"/c/{PicksChallenge.Name}"));
        Assert.Contains("c3 has 4 kilos", await stranger.Client.GetStringAsync($"/api/v1/c/{PicksChallenge.Name}"));
    }

    [Fact(Timeout = 300_000)]
    public async Task The_answers_of_cases_are_promised_by_number_and_checked_against_the_package()
    {
        string data = await SmallCity.Folder;
        await using BoardAtWork board = await BoardAtWork.Start(data, null, "provisional");
        using Person organiser = await Person.Joins(board.Web.Address, board.Web.OrganiserLink!, "Olga");
        await organiser.MakeToken("organise");
        using Person stranger = new(board.Web.Address);
        await Publish(organiser, PredictorContest.Name, "provisional");
        byte[] log = await Exported(stranger, PredictorContest.Name, "answers-revealed");

        string[] cases = await File.ReadAllLinesAsync(Directory.GetFiles(data, "*provisional*", SearchOption.AllDirectories).Single());
        string id = cases.Select(line => line.Trim()).First(line => line.Length == 12 && line.All(char.IsAsciiDigit));
        Assert.DoesNotContain(id, Encoding.UTF8.GetString(log), StringComparison.Ordinal);
        Assert.Contains("0001-months-9-12", Encoding.UTF8.GetString(log), StringComparison.Ordinal);
        await Says(log, data, 0, "holds answers    provisional: ");
        string copy = Path.Combine(folder, "city");
        foreach (string file in Directory.EnumerateFiles(data, "*", SearchOption.AllDirectories))
        {
            string there = Path.Combine(copy, Path.GetRelativePath(data, file));
            Directory.CreateDirectory(Path.GetDirectoryName(there)!);
            File.Copy(file, there);
        }
        string answer = Directory.GetFiles(copy, $"*mergenc*{id}*10*", SearchOption.AllDirectories).Single();
        byte[] bytes = await File.ReadAllBytesAsync(answer);
        bytes[^2] ^= 1;
        await File.WriteAllBytesAsync(answer, bytes);
        await Says(log, copy, 1, $"block group {id}, months 9-12, in {copy} is not the answer that was promised");
    }

    private static async Task Publish(Person organiser, string contest, string phase)
    {
        using HttpResponseMessage answer =
            await organiser.Sends(HttpMethod.Put, $"/api/v1/organise/{contest}/phases/{phase}/publish", new { holds = true });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>The log as soon as it has all of these words.</summary>
    private static async Task<byte[]> Exported(Person person, string contest, params string[] words)
    {
        for (int attempt = 0; attempt < 240; attempt++)
        {
            string log = await person.Client.GetStringAsync($"/api/v1/c/{contest}/log");
            if (words.GroupBy(word => word).All(word => log.Split(word.Key).Length > word.Count()))
                return Encoding.UTF8.GetBytes(log);
            await Task.Delay(250);
        }
        throw new TimeoutException($"{string.Join(", ", words)} never came into the log of {contest}");
    }

    private async Task Says(byte[] log, string answers, int code, string what)
    {
        string file = Path.Combine(folder, "log.ndjson");
        await File.WriteAllBytesAsync(file, log);
        (int ended, string output) = await EvaluatorProgram.Run("board", "verify", file, "--answers", answers);
        Assert.True(ended == code && output.Contains(what, StringComparison.Ordinal), $"{ended}: {output}");
    }
}
