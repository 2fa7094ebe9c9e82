using System.CommandLine;
using System.Text.Json;
using Evaluator.Cli.Conduct;
using Evaluator.Cli.Screens;
using Evaluator.Confinement.Sandbox;
using Evaluator.Confinement.SelfTest;
using Evaluator.Harness.Records;

namespace Evaluator.Cli.Commands;

/// <summary><c>evaluator sandbox</c>: tries what a hostile predictor would try, and says what was refused.</summary>
internal static class SandboxCommand
{
    private static readonly Option<int> Level = new Option<int>("--level")
    {
        Description = "The highest level to use, 3 to 0.",
        DefaultValueFactory = _ => SandboxMeans.Best,
    }.Within(0, SandboxMeans.Best);

    private static readonly Option<bool> All = new("--all")
    {
        Description = "Test every level, and show side by side what no longer holds at the lower ones.",
    };

    private static readonly Option<int> Starts = new Option<int>("--starts")
    {
        Description = "Instead: start so many bare workers, one after the other, and say as JSON what each cost.",
    }.Within(1, 1_000_000);

    private static readonly Option<string?> Start = new("--start")
    {
        Description = "With --starts: a .NET program in the worker's place, which says hello as one does (harness/Wire/PROTOCOL.md).",
    };

    private static readonly Option<bool> Json = new("--json") { Description = "Print the record as JSON." };

    public static Command Create()
    {
        var command = new Command("sandbox", """
            Test how predictors are confined on this machine, and say what is missing for more. SECURITY.md explains the levels.

            Examples:
              evaluator sandbox          the best there is
              evaluator sandbox --all    every level, side by side
            """)
        {
            Level, All, Starts, Start, Json,
        };
        command.SetAction(Test);
        return command;
    }

    private static int Test(ParseResult command)
    {
        if (command.GetValue(Starts) > 0)
        {
            TestedSandbox sandbox = TestedSandbox.Of(command.GetValue(Level));
            string? program = command.GetValue(Start);
            BareStart[] starts = [.. Enumerable.Range(0, command.GetValue(Starts)).Select(_ => BareStart.Measure(sandbox, program))];
            Console.Out.WriteLine(JsonSerializer.Serialize(starts, SelfTestJson.Readable.IReadOnlyListBareStart));
            return ExitCode.Good;
        }
        if (command.GetValue(All))
        {
            SandboxRecord[] records =
                [.. Enumerable.Range(0, SandboxMeans.Best + 1).Reverse().Select(level => TestedSandbox.Of(level, again: true).Record)];
            SandboxTables.PrintLevels(records);
            return ExitCode.Good;
        }
        SandboxRecord record = TestedSandbox.Of(command.GetValue(Level), again: true).Record;
        if (command.GetValue(Json))
            Console.Out.WriteLine(JsonSerializer.Serialize(record, SelfTestJson.Readable.SandboxRecord));
        else
            SandboxTables.Print(record);
        return ExitCode.Good;
    }
}
