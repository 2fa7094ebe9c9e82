using System.CommandLine;
using Evaluator.Cli.Commands;
using Evaluator.Cli.Commands.Board;
using Evaluator.Cli.Conduct;
using Evaluator.Cli.Screens;
using Evaluator.Confinement.Workers;

ChildSignals.BeHeard();
Screen.FitOutput();
InstalledTool.LetWorkerRun();
DebuggerDoors.Remove();
if (BoardCommand.IsOfWebProcess(args))
    return Failures.Reported(() => BoardCommand.RunWebProcess(args));

var evaluator = new RootCommand(
    "Evaluates predictors of the BostonRiskPredictor contest: runs them case by case, holds their limits, scores them.")
{
    RunCommand.Create(),
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

// An argument with @ in front is a file of that name, and not one with more arguments in it.
ParseResult command = evaluator.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
int exitCode = Failures.Reported(
    () => command.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }));
return command.Errors.Count > 0 ? ExitCode.Unusable : exitCode;
