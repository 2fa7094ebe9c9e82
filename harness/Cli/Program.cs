using System.CommandLine;
using Evaluator.Cli;
using Evaluator.Cli.Commands;
using Evaluator.Cli.Commands.Board;
using Evaluator.Cli.Conduct;
using Evaluator.Cli.Screens;
using Evaluator.Confinement.Workers;

if (ProgramVersion.IsAskedFor(args))
    return ProgramVersion.Say();
if (OpenFiles.Shortfall() is { } shortfall)
{
    Console.Error.WriteLine($"evaluator: {shortfall}");
    return ExitCode.Unusable;
}
ChildSignals.BeHeard();
Screen.FitOutput();
InstalledTool.LetWorkerRun();
DebuggerDoors.Remove();
if (BoardCommand.IsOfWebProcess(args))
    return Failures.Reported(() => BoardCommand.RunWebProcess(args));

ParseResult command = EvaluatorCommand.Read(args is [] ? ["--help"] : args);
return Misreadings.Any(command)
    ? Misreadings.Report(command, Console.Error)
    : Failures.Reported(
        () => command.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }));
