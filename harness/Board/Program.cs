using System.CommandLine;
using System.Globalization;
using Evaluator.Board.Commands;
using Evaluator.Board.Work;

// Pages, CSV and JSON look the same on every machine, whatever its locale says.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;

RootCommand board = new("The board's web process: contests on the web, in one folder. `evaluator board` starts it.")
{
    NewCommand.Create(),
    ServeCommand.Create(),
    AddCommand.Create(),
    LinkCommand.Create(),
    BackupCommand.Create(),
    RestoreCommand.Create(),
    MoveCommand.Create(),
    WorkerCommand.Create(),
};

return Failures.Reported(board.Parse(args));
