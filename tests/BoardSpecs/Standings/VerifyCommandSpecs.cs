using System.Text.Json;
using Evaluator.Specs;
using Evaluator.Standings.Log;
using Evaluator.Standings.Log.Bodies;
using Evaluator.Standings.Receipts;

namespace Evaluator.BoardSpecs.Standings;

/// <summary><c>evaluator board verify</c> as its user runs it.</summary>
public sealed class VerifyCommandSpecs : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("verify-").FullName;

    public void Dispose() => Directory.Delete(folder, true);

    [Fact]
    public void A_sound_export_holds_and_one_that_was_cut_short_does_not()
    {
        RewardStory story = new();
        IReadOnlyList<Entry> log = RewardStory.Written(story.Told, story.Open, chained: true).Log;
        using BoardKey key = BoardKey.Fresh();
        string export = Write("log.ndjson", log);
        string receipt = Path.Combine(folder, "receipt.json");
        File.WriteAllText(receipt, Receipt.Of(log.Last(entry => entry.Body is SubmissionAccepted), key).ToText());
        string pem = Path.Combine(folder, "board.pem");
        File.WriteAllText(pem, key.Public.ToPem());

        (int code, string text) = Run(export, "--receipt", receipt, "--key", pem);
        Assert.Equal((0, true), (code, text.Contains("holds chain", StringComparison.Ordinal)));
        Assert.DoesNotContain("WRONG", text, StringComparison.Ordinal);

        (code, text) = Run(export, "--json");
        using JsonDocument json = JsonDocument.Parse(text);
        Assert.Equal((0, 137), (code, json.RootElement.GetProperty("points").GetProperty("t1").GetInt32()));

        string cut = Write("cut.ndjson", [.. log.TakeWhile(entry => entry.Body is not SubmissionAccepted { Submission: "q4" })]);
        (code, text) = Run(cut, "--receipt", receipt, "--key", pem);
        Assert.Equal((1, true), (code, text.Contains("the log ends with entry", StringComparison.Ordinal)));
        Assert.Equal(2, Run(Path.Combine(folder, "nowhere.ndjson")).Code);
        Assert.Equal(2, Run(export, "--receipt", pem).Code);
    }

    private string Write(string name, IReadOnlyList<Entry> log)
    {
        string path = Path.Combine(folder, name);
        using FileStream file = File.Create(path);
        LogFile.Write(file, log, new RewardStory().Seals);
        return path;
    }

    private static (int Code, string Text) Run(params string[] arguments)
    {
        string configuration = Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        string evaluator = Path.Combine(Repository.Root, "artifacts", "bin", "Cli", configuration, "evaluator");
        EndedProcess ended = EndedProcess.Of(evaluator, ["board", "verify", .. arguments]);
        return (ended.ExitCode, ended.Said);
    }
}
