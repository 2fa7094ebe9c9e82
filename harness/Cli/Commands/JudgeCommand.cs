using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Evaluator.Challenges;
using Evaluator.Challenges.Reading;
using Evaluator.Challenges.Tables;
using Evaluator.Cli.Conduct;
using Evaluator.Cli.Screens;

namespace Evaluator.Cli.Commands;

/// <summary><c>evaluator judge</c>: what a board would say of a table.</summary>
internal static class JudgeCommand
{
    private static readonly Argument<string> Submission =
        new("SUBMISSION") { Description = "The table to judge, a CSV; - reads standard input." };

    private static readonly Option<string> Folder = new("--challenge") { Description = "Folder of the challenge.", Required = true };

    private static readonly Option<bool> Json = new("--json") { Description = "Print the judgement as JSON, and nothing else." };

    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static Command Create()
    {
        var command = new Command("judge", """
            Judge a table as the board would: every fault with its lines, or the score on each set of the answers. Where the
            challenge has no answers (a competitor's copy), the form alone is checked.

            Examples:
              evaluator judge submission.csv --challenge cokehaven
              evaluator judge submission.csv --challenge cokehaven --json

            Exit codes: 0 accepted; 1 refused; 2 the challenge or the file can't be used.
            """)
        {
            Submission, Folder, Json,
        };
        command.SetAction(Judge);
        return command;
    }

    private static int Judge(ParseResult command)
    {
        TableJudge judge = JudgeOf(command.GetRequiredValue(Folder));
        using Stream bytes = Open(command.GetRequiredValue(Submission));
        TableJudgement judgement = judge.Judge(bytes);
        if (command.GetValue(Json))
            Console.Out.WriteLine(JsonSerializer.Serialize(Shown(judge, judgement), Readable));
        else
            JudgementScreen.Print(judge, judgement);
        return judgement.IsAccepted ? ExitCode.Good : ExitCode.PredictorFailed;
    }

    private static TableJudge JudgeOf(string folder)
    {
        ChallengeFolder challenge = ChallengeFolder.Read(folder, withAnswers: false);
        if (challenge.Challenge.Table is not { } task)
            throw new UsageException($"{folder} is no challenge of tables; its submissions are programs: `evaluator run` evaluates them.");
        if (!File.Exists(challenge.SecretOf(task.Answers)))
            return TableJudge.OfFormOnly(challenge.Challenge, TestKeys.Read(challenge));
        using FileStream answers = File.OpenRead(challenge.SecretOf(task.Answers));
        return TableJudge.Open(challenge.Challenge, answers);
    }

    private static Stream Open(string file)
    {
        if (file == "-")
            return Console.OpenStandardInput();
        return File.Exists(file) ? File.OpenRead(file) : throw new UsageException($"there is no file {file}.");
    }

    private static object Shown(TableJudge judge, TableJudgement judgement) => new
    {
        accepted = judgement.IsAccepted,
        scored = judge.HasAnswers && judgement.IsAccepted,
        rows = judgement.Rows,
        bytes = judgement.Bytes,
        scores = judgement.Scores.ToDictionary(score => score.Set, score => score.Values),
        faults = judgement.Faults.Select(fault => new
        {
            fault.Kind,
            fault.Count,
            fault.Message,
            First = fault.First.Select(line => new { line.Line, line.Text }),
        }),
        notes = judgement.Notes,
        expected = judge.Form.Expected,
        firstLines = judge.Form.FirstLines,
    };
}
