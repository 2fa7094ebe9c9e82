using System.CommandLine;
using Evaluator.Cli.Commands;
using Evaluator.Cli.Commands.Board;
using Evaluator.Cli.Conduct;

namespace Evaluator.Cli;

/// <summary><c>evaluator</c>: all that it can be told.</summary>
internal static class EvaluatorCommand
{
    public static RootCommand Create()
    {
        var evaluator = new RootCommand(
            "Evaluates predictors of the BostonRiskPredictor contest: runs them case by case, holds their limits, scores them.")
        {
            RunCommand.Create(),
            ValidateCommand.Create(),
            PlanCommand.Create(),
            MergeCommand.Create(),
            StandingsCommand.Create(),
            SlurmCommand.Create(),
            BoardCommand.Create(),
            SubmitCommand.Create(),
            ShowCommand.Create(),
            RescoreCommand.Create(),
            ReplayCommand.Create(),
            ExportCommand.Create(),
            CompareCommand.Create(),
            ReportCommand.Create(),
            NewCommand.Create(),
            GenerateCommand.Create(),
            CheckCommand.Create(),
            JudgeCommand.Create(),
            SandboxCommand.Create(),
        };
        Words.MustSaySomething(evaluator);
        return evaluator;
    }

    /// <summary>An argument with @ in front is a file of that name, and not one with more arguments in it.</summary>
    public static ParseResult Read(IReadOnlyList<string> arguments) =>
        Create().Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
}
