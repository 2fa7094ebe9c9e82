using System.CommandLine;
using System.Diagnostics;
using Evaluator.Cli.Conduct;
using Evaluator.Cli.Screens;
using Evaluator.Contest.Package;
using Evaluator.Harness.Again;
using Evaluator.Harness.Runs;
using Evaluator.Harness.Storage;

namespace Evaluator.Cli.Commands;

/// <summary><c>evaluator rescore</c>: a run's archived predictions against today's truth and scorer.</summary>
internal static class RescoreCommand
{
    private static readonly Argument<string> Run = new("RUN") { Description = "The run folder; it is not changed." };

    private static readonly Option<string?> Data = new("--data")
    {
        Description = "Folder of the data package, corrected or not. [default: where it was then]",
    };

    private static readonly Option<string?> Out = new("--out")
    {
        Description = "Keep the new scores as a run of their own, in a new or empty folder.",
    };

    public static Command Create()
    {
        var command = new Command("rescore", """
            Score a whole run again from its archived predictions, without running any predictor, and print what changed.

            Examples:
              evaluator rescore runs/20111231-120000-Zero --data corrected-boston
              evaluator rescore runs/20111231-120000-Zero --data corrected-boston --out runs/Zero-corrected
            """)
        {
            Run, Data, Out, JsonOutput.Asked,
        };
        command.SetAction(Rescore);
        return command;
    }

    private static int Rescore(ParseResult command)
    {
        RunFolder folder = RunFolder.Open(command.GetRequiredValue(Run));
        var watch = Stopwatch.StartNew();
        Rescoring rescoring = Rescoring.Of(
            folder, DataPackage.Open(command.GetValue(Data) ?? folder.ReadManifest().Data.Folder), command.GetValue(Out));
        if (command.GetValue(JsonOutput.Asked))
        {
            JsonOutput.Print(new
            {
                rescoring.Before,
                rescoring.After,
                Changed = rescoring.Changed.Select(
                    one => new { one.Before.Case, ScoreBefore = one.Before.Score, ScoreAfter = one.After.Score, one.After.Verdict }),
                rescoring.Unscorable,
                rescoring.Differences,
            });
        }
        else
            RescoreTables.Print(rescoring, watch.Elapsed);
        return rescoring.Unscorable.Count > 0 || !rescoring.After.Complete ? ExitCode.Incomplete : ExitCode.Good;
    }
}
