using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization;
using Evaluator.Cli.Conduct;
using Evaluator.Cli.Screens;
using Evaluator.Contest.Lint;

namespace Evaluator.Cli.Commands;

/// <summary><c>evaluator check</c>: what is in a data package, and what is wrong with it.</summary>
internal static class CheckCommand
{
    private static readonly Argument<string> Folder = new("DIR") { Description = "Folder of the data package." };

    private static readonly Option<bool> Json = new("--json") { Description = "Print the report as JSON, and nothing else, on standard output." };

    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter() },
    };

    public static Command Create()
    {
        var command = new Command("check", """
            Check a data package: what is there, what is missing, every kind of dirt with its count and first examples, and what a run
            makes of it.

            Exit codes: 0 it can be run, dirty or not; 2 a run would be refused.
            """)
        {
            Folder, Json,
        };
        command.SetAction(Check);
        return command;
    }

    private static int Check(ParseResult command)
    {
        LintReport report = LintScreen.Watch(command.GetRequiredValue(Folder));
        if (command.GetValue(Json)) Console.Out.WriteLine(JsonSerializer.Serialize(report, Readable));
        else LintScreen.Print(report);
        return report.WhyNotRunnable is null ? ExitCode.Good : ExitCode.Unusable;
    }
}
