using System.CommandLine;
using Evaluator.Cli.Conduct;
using Evaluator.Cli.Screens;
using Evaluator.Harness.Records;
using Evaluator.Harness.Runs;
using Evaluator.Harness.Storage;

namespace Evaluator.Cli.Commands;

/// <summary><c>evaluator merge</c>: the case files of planned runs into their summaries.</summary>
internal static class MergeCommand
{
    /// <summary>What is there and wrong stands before what is missing, so a run that has hardly begun does not hide it.</summary>
    private const int MostNamed = 50;

    private static readonly Argument<string[]> Run = new("RUN")
    {
        Description = "Run folders, or folders of run folders.",
        Arity = ArgumentArity.OneOrMore,
    };

    public static Command Create()
    {
        var command = new Command("merge", """
            Fold the results of a planned run into its summary, wherever they were played. It is byte for byte the summary
            of `evaluator run`.

            Examples:
              evaluator merge runs/mine
              evaluator merge runs                   every planned run in the folder

            Exit codes: 0 and 1 as `evaluator run`; 3 refused, and nothing written: results are lost, foreign, doubled or edited, and named.
            """)
        {
            Run, JsonOutput.Asked,
        };
        command.SetAction(MergeRuns);
        return command;
    }

    private static int MergeRuns(ParseResult command)
    {
        int worst = ExitCode.Good;
        List<object> merged = [];
        foreach (string path in RunFolders.In(command.GetRequiredValue(Run)))
        {
            RunFolder folder = RunFolder.Open(path);
            Merge merge = Merge.Of(folder);
            merged.Add(new
            {
                Folder = folder.Path,
                merge.Summary,
                Refusals = merge.Refusals.Select(refusal => $"{refusal}"),
                Conflicts = merge.Conflicts.Select(conflict => $"{conflict}"),
            });
            worst = Math.Max(worst, Report(folder, merge, command.GetValue(JsonOutput.Asked)));
        }
        if (command.GetValue(JsonOutput.Asked))
            JsonOutput.Print(merged);
        return worst;
    }

    /// <param name="json">The good news is printed as JSON, by whoever calls.</param>
    private static int Report(RunFolder folder, Merge merge, bool json)
    {
        foreach (Conflict conflict in merge.Conflicts)
            Console.Error.WriteLine($"conflict: {Path.Combine(folder.Path, conflict.ToString())}");
        foreach (Damage refusal in merge.Refusals.Take(MostNamed))
            Console.Error.WriteLine($"refused: {Path.Combine(folder.Path, refusal.ToString())}");
        if (merge.Refusals.Count > MostNamed)
            Console.Error.WriteLine($"refused: and {merge.Refusals.Count - MostNamed} more; `evaluator show` names those that are damaged");
        if (merge.Summary is not { } summary)
        {
            Console.Error.WriteLine($"{folder.Path} is not merged: {merge.Refusals.Count} files are lost or not what the run wrote. "
                + "`evaluator run --plan` sets damaged results aside and plays what is missing (`evaluator slurm resume` on a cluster); "
                + "remove files that belong to no case.");
            return ExitCode.Incomplete;
        }
        if (!json)
        {
            Console.Out.WriteLine(
                $"{folder.Path}: {Figures.Count(summary.Cases)} cases, score {Figures.Score(summary.Score)}, bits "
                + $"{summary.ScoreBits ?? "none"}, publication hash {summary.PublicationHash ?? "none"}");
        }
        return RunCommand.CodeFor(summary);
    }
}
