using System.CommandLine;
using System.Text.Json;
using Evaluator.Cli.Conduct;
using Evaluator.Cli.Screens;
using Evaluator.Confinement;
using Evaluator.Harness.Records;
using Evaluator.Harness.Storage;
using Evaluator.Report.Explaining;
using Spectre.Console;

namespace Evaluator.Cli.Commands;

/// <summary><c>evaluator show</c>: prints a run again, or one of its cases.</summary>
internal static class ShowCommand
{
    private const int PrintedShown = 10;

    private static readonly Argument<string> Run = new("RUN")
    {
        Description = "The run folder, or a folder of run folders. [default: the last run in runs/]",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<string?> Case = new("--case")
    {
        Description = "One block group, in full: what it was worth, and where its error comes from.",
    };

    private static readonly Option<string?> Data = new("--data")
    {
        Description = "The data package, if it no longer stands where the run found it.",
    };

    private static readonly Option<bool> Json = new("--json") { Description = "Print JSON: the summary, or the case's result." };

    private static readonly Option<bool> Public = new("--public")
    {
        Description = "Only what a competitor may know: of closed cases totals and counts of verdicts, of examples everything.",
    };

    public static Command Create()
    {
        var command = new Command("show", """
            Print a run's tables again, or one case of it in full.

            Examples:
              evaluator show                                                 the last run in runs/
              evaluator show runs                                            which runs are in there
              evaluator show runs/20111231-120000-Zero
              evaluator show runs/20111231-120000-Zero --case 250250201003
              evaluator show runs/20111231-120000-Zero --public              to hand out
            """)
        {
            Run, Case, Data, Public, Json,
        };
        command.SetAction(Show);
        return command;
    }

    private static int Show(ParseResult command)
    {
        string path = command.GetValue(Run) ?? LastRun();
        if (!RunFolder.Exists(path) && Directory.Exists(path))
        {
            RunList.Print(RunFolders.In(path));
            return ExitCode.Good;
        }
        bool json = command.GetValue(Json);
        if (command.GetValue(Case) is null && !command.GetValue(Public))
            return ShowRun(path, json);
        RunFolder folder = RunFolder.Open(path);
        RunManifest manifest = folder.ReadManifest();
        if (command.GetValue(Case) is not { } caseId)
            return ShowPublic(PublicSummary.Of(manifest, folder.Inspect().Results), json);
        if (command.GetValue(Public) && !PublicView.Of(manifest, []).Shows(caseId))
            throw new UsageException(
                $"{caseId} is not among the examples of this run; of closed cases nothing is public (ruling 13).");
        return ShowCase(folder, manifest, caseId, command);
    }

    private static int ShowRun(string path, bool json)
    {
        LastLook look = LastLook.At(path, json ? "json" : Screen.Form());
        if (look.Text is not { } known)
            return ShowInFull(path, json, look);
        Console.Out.Write(known);
        return ExitCode.Good;
    }

    private static int ShowInFull(string path, bool json, LastLook look)
    {
        RunFolder folder = RunFolder.Open(path);
        RunInspection found = folder.Inspect();
        RunSummary summary = RunSummary.Of(folder.ReadManifest(), found.Results);
        string text = json
            ? $"{JsonSerializer.Serialize(summary, RunJson.Readable.RunSummary)}\n"
            : RunTables.Text(folder, summary, found.Results);
        Console.Out.Write(text);
        if (found.Damages.Count == 0)
        {
            look.Keep(text);
            return ExitCode.Good;
        }
        foreach (Damage damage in found.Damages)
            Console.Error.WriteLine($"damaged: {Path.Combine(folder.Path, damage.ToString())}");
        Console.Error.WriteLine("`evaluator run … --resume` moves damaged files aside and runs their cases again.");
        return ExitCode.Incomplete;
    }

    private static string LastRun()
    {
        IEnumerable<string> runs = Directory.Exists("runs") ? Directory.EnumerateDirectories("runs").Where(RunFolder.Exists) : [];
        return runs.MaxBy(run => RunFolder.Open(run).ReadManifest().StartedUtc)
            ?? throw new UsageException("there is no run in runs/ here; name a run folder.");
    }

    private static int ShowPublic(PublicSummary summary, bool json)
    {
        if (json)
            Console.Out.WriteLine(JsonSerializer.Serialize(summary, RunJson.Readable.PublicSummary));
        else
            PublicTables.Print(summary);
        return ExitCode.Good;
    }

    private static int ShowCase(RunFolder folder, RunManifest manifest, string caseId, ParseResult command)
    {
        if (!manifest.Cases.Contains(caseId))
            throw new UsageException($"{caseId} is none of the {manifest.Cases.Count} cases of this run.");
        CaseResult result = folder.ReadCase(caseId)
            ?? throw new UsageException($"{caseId} has no result in this run yet; see {Path.Combine(folder.Path, "faults")}.");
        if (command.GetValue(Json))
        {
            Console.Out.WriteLine(JsonSerializer.Serialize(result, RunJson.Readable.CaseResult));
            return ExitCode.Good;
        }
        CaseTables.Print(result);
        Explain(folder, result, command.GetValue(Data));
        PrintedLines.Print(AnsiConsole.Console, folder, result, PrintedShown);
        CaseTables.PrintVerdict(result);
        return ExitCode.Good;
    }

    private static void Explain(RunFolder folder, CaseResult result, string? data)
    {
        if (result.Verdict != Verdict.Accepted)
            return;
        if (PlayedRun.Open(folder, data).Read(result) is { } played)
            ExplanationTables.Print(CaseExplanation.Of(played));
        else
            Console.Out.WriteLine("The run kept no predictions, so there is nothing to explain the error from.");
    }
}
