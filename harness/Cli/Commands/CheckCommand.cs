using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization;
using Evaluator.Challenges.Lint;
using Evaluator.Cli.Conduct;
using Evaluator.Cli.Screens;
using Evaluator.Contest.Lint;

namespace Evaluator.Cli.Commands;

/// <summary><c>evaluator check</c>: what is in a data package or a challenge's folder, and what is wrong with it.</summary>
internal static class CheckCommand
{
    private static readonly Argument<string> Folder = new("DIR") { Description = "Folder of the data package, or of a challenge." };

    private static readonly Option<bool> Json = new("--json")
    {
        Description = "Print the report as JSON, and nothing else, on standard output.",
    };

    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter() },
    };

    public static Command Create()
    {
        var command = new Command("check", """
            Check a data package: what is there, what is missing, every kind of dirt with its count and first examples, and what a run
            makes of it. Or a challenge's folder (one with a challenge.json): what is wrong in it, answers that leak into files/,
            keys twice, metrics that can't be computed, samples that don't score.

            Examples:
              evaluator check boston                 what a run over this package would say, before one is begun
              evaluator check boston --json          the same for programs
              evaluator check my-challenge           a contest by table, before it goes on a board

            Exit codes: 0 it can be run, or put on a board, dirty or not; 2 it would be refused.
            """)
        {
            Folder, Json,
        };
        command.SetAction(Check);
        return command;
    }

    private static int Check(ParseResult command)
    {
        if (ChallengeLint.IsChallenge(command.GetRequiredValue(Folder)))
            return CheckChallenge(command);
        LintReport report = LintScreen.Watch(command.GetRequiredValue(Folder));
        if (command.GetValue(Json))
            Console.Out.WriteLine(JsonSerializer.Serialize(report, Readable));
        else
            LintScreen.Print(report);
        return report.WhyNotRunnable is null ? ExitCode.Good : ExitCode.Unusable;
    }

    private static int CheckChallenge(ParseResult command)
    {
        LintedChallenge challenge = ChallengeLint.Check(command.GetRequiredValue(Folder));
        if (command.GetValue(Json))
            Console.Out.WriteLine(JsonSerializer.Serialize(challenge, Readable));
        else
            ChallengeLintScreen.Print(challenge);
        return challenge.IsUsable ? ExitCode.Good : ExitCode.Unusable;
    }
}
