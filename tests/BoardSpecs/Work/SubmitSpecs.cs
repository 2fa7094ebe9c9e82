using System.Diagnostics;

namespace Evaluator.BoardSpecs.Work;

/// <summary>
/// <c>evaluator submit</c> as a competitor uses it: it hands in, waits, shows what is released, and ends as <c>evaluator run</c> does.
/// </summary>
public class SubmitSpecs
{
    private const int Timeout = 600_000;

    [Fact(Timeout = Timeout)]
    public async Task It_hands_in_waits_and_ends_as_a_run_does()
    {
        await using BoardAtWork board = await BoardAtWork.Start(await SmallCity.Folder, null, "example");
        string token = board.MakeCompetitor("red"), address = board.Web.Address.ToString();
        string[] to = ["--board", address, "--token-file", Written(board, "red.token", token + "\n")];
        board.StartWorker();

        (int exitCode, string output) =
            await EvaluatorProgram.Run(["submit", EvaluatorProgram.Source("SmoothedRate"), .. to, "--remark", "a first try"]);
        Assert.True(exitCode == 0, output);
        Assert.Contains("in small-city/example: scored", output);
        Assert.Contains("  score ", output);
        Assert.Contains("  accepted 1", output);

        string broken = Written(board, "Broken.cs", "public class BostonRiskPredictor { int x = ; }");
        (exitCode, output) = await EvaluatorProgram.Run(["submit", broken, .. to]);
        Assert.True(exitCode == 1, output);
        Assert.Contains("Broken.cs(1,", output);

        string folder = Path.Combine(board.Folder, "mine");
        Directory.CreateDirectory(folder);
        File.Copy(EvaluatorProgram.Source("Zero"), Path.Combine(folder, "Zero.cs"));
        (exitCode, output) = await RunWithToken(token, "submit", folder, "--board", address, "--no-wait");
        Assert.True(exitCode == 3, output);
        string id = IdIn(output);
        await board.Recorded(id);
        (exitCode, output) = await EvaluatorProgram.Run(["submit", "--status", id, .. to, "--json"]);
        Assert.True(exitCode == 0, output);
        Assert.Contains("\"outcome\":\"scored\"", output);
        Assert.StartsWith("{", output, StringComparison.Ordinal);
    }

    [Fact(Timeout = Timeout)]
    public async Task The_same_file_twice_is_one_submission_and_two_where_that_is_said()
    {
        await using BoardAtWork board = await BoardAtWork.Start(await SmallCity.Folder, null, "example");
        string[] submit = ["submit", EvaluatorProgram.Predictor("Zero"), "--board", board.Web.Address.ToString(), "--no-wait"];
        string token = board.MakeCompetitor("red"), other = board.MakeCompetitor("blue");

        string first = IdIn((await RunWithToken(token, submit)).Output);
        (_, string output) = await RunWithToken(token, submit);
        Assert.Equal(first, IdIn(output));
        Assert.Contains("handed in before, and not counted twice", output);
        string again = IdIn((await RunWithToken(token, [.. submit, "--again"])).Output);
        string theirs = IdIn((await RunWithToken(other, submit)).Output);
        Assert.Equal(3, ((string[])[first, again, theirs]).Distinct().Count());
        Assert.Equal(3, board.Query<long>("SELECT COUNT(*) FROM submission").Single());
    }

    [Fact(Timeout = Timeout)]
    public async Task What_the_board_does_not_take_is_said_in_its_words()
    {
        await using BoardAtWork board = await BoardAtWork.Start(await SmallCity.Folder, null, "example", "all");
        string token = Written(board, "red.token", board.MakeCompetitor("red")), wrong = Written(board, "wrong.token", "evb_of-nobody");
        string address = board.Web.Address.ToString(), zero = EvaluatorProgram.Predictor("Zero");
        string[] contest = ["--contest", "small-city", "--phase", "all"];

        await Refused("unknown, expired or revoked", ["submit", zero, "--board", address, "--token-file", wrong, .. contest]);
        await Refused("name one with --phase: example, all", ["submit", zero, "--board", address, "--token-file", token]);
        await Refused("neither https nor on this machine", ["submit", zero, "--board", "http://board.example", "--token-file", token]);
        await Refused("there is no file or folder", ["submit", "nothing.dll", "--board", address, "--token-file", token]);
        await Refused("there is no file ", ["submit", zero, "--board", address, "--token-file", "no.token"]);
        await Refused("$EVALUATOR_TOKEN", ["submit", zero, "--board", address]);
        await Refused("a FILE is needed", ["submit", "--board", address, "--token-file", token]);
        await Refused("no such submission", ["submit", "--status", "s-of-nobody", "--board", address, "--token-file", token]);
        Assert.Equal(0, board.Query<long>("SELECT COUNT(*) FROM submission").Single());
    }

    private static async Task Refused(string says, string[] arguments)
    {
        (int exitCode, string output) = await EvaluatorProgram.Run(arguments);
        Assert.True(exitCode == 2 && output.Contains(says, StringComparison.Ordinal),
            $"{string.Join(' ', arguments)}: {exitCode} {output}");
    }

    /// <summary>The token comes from the environment, as a pipeline keeps it.</summary>
    private static async Task<(int ExitCode, string Output)> RunWithToken(string token, params string[] arguments)
    {
        ProcessStartInfo start = EvaluatorProgram.Start(arguments);
        start.Environment["EVALUATOR_TOKEN"] = token;
        return await EvaluatorProgram.Run(start);
    }

    private static string IdIn(string output) => output[..output.IndexOf(" in small-city/", StringComparison.Ordinal)].Split('\n')[^1];

    private static string Written(BoardAtWork board, string name, string content)
    {
        string file = Path.Combine(board.Folder, name);
        File.WriteAllText(file, content);
        return file;
    }
}
