using System.CommandLine;
using Evaluator.Cli.Conduct;
using Evaluator.Cli.Screens;
using Evaluator.Contest.Package;
using Evaluator.Harness.Again;
using Evaluator.Harness.Records;
using Evaluator.Harness.Runs;
using Evaluator.Harness.Storage;
using Spectre.Console;

namespace Evaluator.Cli.Commands;

/// <summary><c>evaluator replay</c>: cases of a run once more, compared bit for bit.</summary>
internal static class ReplayCommand
{
    private static readonly Argument<string> Run = new("RUN") { Description = "The run folder; it is not changed." };

    private static readonly Option<string[]> Case = new("--case")
    {
        Description = "A block group of the run; may be repeated.",
        Required = true,
    };

    private static readonly Option<string?> Data = new("--data") { Description = "The run's data package. [default: where it was then]" };

    private static readonly Option<string?> Predictor = new("--predictor")
    {
        Description = "The run's predictor. [default: where it was then]",
    };

    public static Command Create()
    {
        var command = new Command("replay", """
            Play cases of a run once more under its recorded conditions and compare the predictions with the archive, bit for bit.

            Examples:
              evaluator replay runs/20111231-120000-Zero --case 250250201003

            Exit codes: 0 the same bits; 1 not deterministic; 2 predictor or data are not those of the run, nothing ran;
            3 a fault of the harness: nothing is known.
            """)
        {
            Run, Case, Data, Predictor, JsonOutput.Asked,
        };
        command.SetAction(Play);
        return command;
    }

    private static int Play(ParseResult command)
    {
        RunFolder folder = RunFolder.Open(command.GetRequiredValue(Run));
        RunManifest manifest = folder.ReadManifest();
        string[] cases = [.. command.GetRequiredValue(Case).Distinct().Order(StringComparer.Ordinal)];
        foreach (string caseId in cases.Where(caseId => folder.ReadCase(caseId) is null))
        {
            throw new UsageException(manifest.Cases.Contains(caseId)
                ? $"{caseId} has no result in this run yet; continue it with `evaluator run … --resume`."
                : $"{caseId} is none of the {manifest.Cases.Count} cases of this run.");
        }
        string predictor = command.GetValue(Predictor) ?? manifest.Submission.Path;
        if (!Path.Exists(predictor))
            throw new UsageException($"there is no file or folder {predictor}; name the run's predictor with --predictor.");
        Replay replay = Replay.Of(folder, predictor, DataPackage.Open(command.GetValue(Data) ?? manifest.Data.Folder));

        using var interrupt = new Interrupt();
        IReadOnlyList<ReplayFinding> findings = replay.Run(cases, Environment.ProcessorCount, interrupt.Token);
        if (command.GetValue(JsonOutput.Asked))
            JsonOutput.Print(new { Findings = findings, replay.Differences });
        else
            ReplayTables.Print(AnsiConsole.Console, findings, replay.Differences);
        return CodeFor(findings, cases.Length);
    }

    private static int CodeFor(IReadOnlyList<ReplayFinding> findings, int asked)
    {
        if (findings.Any(finding => finding.Known && !finding.Same))
            return ExitCode.PredictorFailed;
        return findings.Count < asked || findings.Any(finding => !finding.Known) ? ExitCode.Incomplete : ExitCode.Good;
    }
}
