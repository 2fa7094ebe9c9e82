using System.CommandLine;
using Evaluator.Cli.Conduct;
using Evaluator.Cli.Screens;
using Evaluator.Harness.Storage;
using Evaluator.Report.ComparedRuns;

namespace Evaluator.Cli.Commands;

/// <summary><c>evaluator standings</c>: many submissions, one table.</summary>
internal static class StandingsCommand
{
    private static readonly Argument<string[]> Runs = new("RUN")
    {
        Description = "Run folders, or folders of run folders, over the same cases.",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<bool> Public = new("--public")
    {
        Description = "What competitors may see: no times, no paths, no score that is withheld.",
    };

    private static readonly Option<bool> Json = new("--json") { Description = "Print JSON." };

    public static Command Create()
    {
        var command = new Command("standings", """
            Rank submissions by their scores. Whether a difference is more than luck, `evaluator compare` says.

            Examples:
              evaluator standings runs                the run folders in runs/
              evaluator standings runs --json
              evaluator standings runs --public       to hand out

            Exit codes: 0 every run has a score or was rejected; 3 some run is incomplete, and has no rank.
            """)
        {
            Runs, Public, Json,
        };
        command.SetAction(Rank);
        return command;
    }

    private static int Rank(ParseResult command)
    {
        RunStandings standings = RunStandings.Of(RunFolders.In(command.GetRequiredValue(Runs)), command.GetValue(Public));
        if (command.GetValue(Json))
            Console.Out.WriteLine(StandingsJson.Of(standings));
        else
            StandingsTable.Print(standings);
        return standings.Rows.All(one => one.Summary.Complete || one.Summary.Rejected is not null) ? ExitCode.Good : ExitCode.Incomplete;
    }
}
