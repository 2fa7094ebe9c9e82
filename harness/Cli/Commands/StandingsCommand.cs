using System.CommandLine;
using Evaluator.Cli.Conduct;
using Evaluator.Cli.Exports;
using Evaluator.Cli.Screens;
using Evaluator.Harness.Storage;
using Evaluator.Report.ComparedRuns;

namespace Evaluator.Cli.Commands;

/// <summary><c>evaluator standings</c>: many submissions, one table.</summary>
internal static class StandingsCommand
{
    private static readonly Argument<string[]> Runs = new("RUN")
    {
        Description = "Run folders, or folders of run folders. Runs over other cases have a table of their own.",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<bool> Public = new("--public")
    {
        Description = "What competitors may see: no times, no paths, no score that is withheld.",
    };

    private static readonly Option<string?> Csv = new("--csv") { Description = "Write the rows to a CSV file as well." };

    public static Command Create()
    {
        var command = new Command("standings", """
            Rank submissions by their scores. Whether a difference is more than luck, `evaluator compare` says.

            Examples:
              evaluator standings runs                the run folders in runs/
              evaluator standings runs --json
              evaluator standings runs --csv standings.csv
              evaluator standings runs --public       to hand out

            Exit codes: 0 every run has a score or was rejected; 3 some run is incomplete, and has no rank.
            """)
        {
            Runs, Public, Csv, JsonOutput.Asked,
        };
        command.SetAction(Rank);
        return command;
    }

    private static int Rank(ParseResult command)
    {
        IReadOnlyList<RunStandings> all = RunStandings.OfEach(RunFolders.In(command.GetRequiredValue(Runs)), command.GetValue(Public));
        StandingRow[] rows = [.. all.SelectMany(standings => standings.Rows.Select(one => StandingRow.Of(standings.Set, one)))];
        if (command.GetValue(Csv) is { } file)
            CsvExport.Write(file, rows);
        if (command.GetValue(JsonOutput.Asked))
            JsonOutput.Print(rows);
        else
        {
            foreach (RunStandings standings in all)
                StandingsTable.Print(standings, withSet: all.Count > 1);
        }
        return all.SelectMany(standings => standings.Rows).All(one => one.Summary.Complete || one.Summary.Rejected is not null)
            ? ExitCode.Good
            : ExitCode.Incomplete;
    }
}
