using System.CommandLine;
using System.Globalization;
using System.Text;
using Evaluator.Cli.Conduct;
using Evaluator.Cli.Screens;
using Evaluator.Harness.Records;
using Evaluator.Harness.Runs;
using Evaluator.Harness.Storage;
using Evaluator.Report.Explaining;
using Evaluator.Report.Findings;
using Evaluator.Report.Page;

namespace Evaluator.Cli.Commands;

/// <summary><c>evaluator report</c>: a run as one page.</summary>
internal static class ReportCommand
{
    private static readonly Argument<string> Run = new("RUN") { Description = "The run folder." };

    private static readonly Option<string?> Out = new("--out")
    {
        Description = "The file to write. [default: report.html, or report-public.html, in the run folder]",
    };

    private static readonly Option<string[]> Case = new("--case")
    {
        Description = "A block group to show beside the ten best and the ten worst; may be repeated.",
    };

    private static readonly Option<string?> Data = new("--data")
    {
        Description = "The data package, if it no longer stands where the run found it.",
    };

    private static readonly Option<bool> Public = new("--public")
    {
        Description = "Leave out whatever tells about a case outside of the example set: what competitors may get.",
    };

    public static Command Create()
    {
        var command = new Command("report", """
            Make a page of a run: one HTML file that opens from disk, without a network.

            Examples:
              evaluator report runs/20111231-120000-Mine                        for the organiser: everything
              evaluator report runs/20111231-120000-Mine --case 250250201003    with that case in full
              evaluator report runs/20111231-120000-Mine --public               for competitors
            """)
        {
            Run, Out, Case, Data, Public, JsonOutput.Asked,
        };
        command.SetAction(Report);
        return command;
    }

    private static int Report(ParseResult command)
    {
        PlayedRun run = PlayedRun.Open(RunFolder.Open(command.GetRequiredValue(Run)), command.GetValue(Data));
        bool forAll = command.GetValue(Public);
        PublicView view = PublicView.Of(run.Manifest, []);
        string[] cases = command.GetValue(Case) ?? [];
        foreach (string caseId in cases)
        {
            if (!run.Manifest.Cases.Contains(caseId))
                throw new UsageException($"{caseId} is none of the {run.Manifest.Cases.Count} cases of this run.");
            if (forAll && !view.Shows(caseId))
                throw new UsageException($"{caseId} is no example case: it is closed, and --public shows nothing of it.");
        }
        string page = ReportPage.Of(RunFindings.Gather(run, forAll), cases);
        string file = Path.GetFullPath(
            command.GetValue(Out) ?? Path.Combine(run.Folder.Path, forAll ? "report-public.html" : "report.html"));
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, page, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        int bytes = Encoding.UTF8.GetByteCount(page);
        if (command.GetValue(JsonOutput.Asked))
            JsonOutput.Print(new { File = file, Bytes = bytes });
        else
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"report: {file} ({bytes / 1048576.0:F2} MiB)"));
        return ExitCode.Good;
    }
}
