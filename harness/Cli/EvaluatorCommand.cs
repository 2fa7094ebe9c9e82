using System.CommandLine;
using Evaluator.Cli.Commands;
using Evaluator.Cli.Commands.Board;
using Evaluator.Cli.Conduct;

namespace Evaluator.Cli;

/// <summary><c>evaluator</c>: all that it can be told.</summary>
/// <remarks>
/// Making all commands with their options compiles a hundred methods: a command that had 68 ms of CPU with them has 40 without. So who
/// names one gets that one, and only who asks for help or misspells is shown all.
/// </remarks>
internal static class EvaluatorCommand
{
    /// <summary>In the order in which help shows them.</summary>
    private static readonly string[] Names =
    [
        "run", "validate", "plan", "merge", "standings", "slurm", "board", "submit", "show", "rescore", "replay", "export", "compare",
        "report", "new", "generate", "check", "judge", "sandbox",
    ];

    /// <summary>With all commands.</summary>
    public static RootCommand Create() => With(Array.ConvertAll(Names, name => Named(name)!));

    /// <summary>An argument with @ in front is a file of that name, and not one with more arguments in it.</summary>
    public static ParseResult Read(IReadOnlyList<string> arguments) =>
        For(arguments).Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });

    /// <summary>With the commands that these arguments are about.</summary>
    private static RootCommand For(IReadOnlyList<string> arguments) => arguments switch
    {
        // With the arguments of the command above it, a usage line would name what does not belong there.
        ["new", "challenge", ..] => With([NewCommand.OfChallenge()]),
        ["generate", "harbour", ..] => With([GenerateCommand.OfHarbour()]),
        [string name, ..] when Named(name) is { } named => With([named]),
        _ => Create(),
    };

    private static RootCommand With(Command[] commands)
    {
        var evaluator = new RootCommand(
            "Evaluates predictors of the BostonRiskPredictor contest: runs them case by case, holds their limits, scores them.");
        foreach (Command command in commands)
            evaluator.Add(command);
        Words.MustSaySomething(evaluator);
        return evaluator;
    }

    private static Command? Named(string name) => name switch
    {
        "run" => RunCommand.Create(),
        "validate" => ValidateCommand.Create(),
        "plan" => PlanCommand.Create(),
        "merge" => MergeCommand.Create(),
        "standings" => StandingsCommand.Create(),
        "slurm" => SlurmCommand.Create(),
        "board" => BoardCommand.Create(),
        "submit" => SubmitCommand.Create(),
        "show" => ShowCommand.Create(),
        "rescore" => RescoreCommand.Create(),
        "replay" => ReplayCommand.Create(),
        "export" => ExportCommand.Create(),
        "compare" => CompareCommand.Create(),
        "report" => ReportCommand.Create(),
        "new" => NewCommand.Create(),
        "generate" => GenerateCommand.Create(),
        "check" => CheckCommand.Create(),
        "judge" => JudgeCommand.Create(),
        "sandbox" => SandboxCommand.Create(),
        _ => null,
    };
}
