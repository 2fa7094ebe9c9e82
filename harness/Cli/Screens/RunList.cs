using System.Globalization;
using Evaluator.Harness.Records;
using Evaluator.Harness.Storage;

namespace Evaluator.Cli.Screens;

/// <summary>Which runs a folder holds, the last one first.</summary>
internal static class RunList
{
    public static void Print(IReadOnlyList<string> folders)
    {
        FittedTable table = new FittedTable("runs").Text("folder").Text("predictor", keep: 3).Id("begun (UTC)", keep: 1)
            .Id("set", keep: 2).Number("cases", keep: 4).Number("score");
        foreach ((RunFolder folder, RunManifest manifest) in folders.Select(path => RunFolder.Open(path))
            .Select(folder => (folder, folder.ReadManifest())).OrderByDescending(run => run.Item2.StartedUtc))
        {
            RunSummary summary = RunSummary.Of(manifest, folder.ReadCases());
            table.Row(
                Path.GetFileName(folder.Path), manifest.Submission.Name,
                manifest.StartedUtc.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), summary.Set,
                $"{summary.Cases}/{summary.CasesOfSet}",
                summary.Rejected is not null ? new Cell("Rejected", "red")
                    : summary.Complete ? Figures.Score(summary.Score) : new Cell("incomplete", "yellow"));
        }
        table.Print();
    }
}
