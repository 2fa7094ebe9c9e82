using System.CommandLine;
using Evaluator.Cli.Conduct;
using Evaluator.Cli.Exports;
using Evaluator.Cli.Screens;
using Evaluator.Harness.Records;
using Evaluator.Harness.Storage;

namespace Evaluator.Cli.Commands;

/// <summary><c>evaluator export</c>: a run's results as tables for other programs.</summary>
internal static class ExportCommand
{
    private static readonly Argument<string> Run = new("RUN") { Description = "The run folder." };

    private static readonly Option<string?> Csv = new("--csv")
    {
        Description = "A CSV file, one row a case; beside it NAME.months.csv, one row a case, month and granularity.",
    };

    private static readonly Option<string?> Parquet = new("--parquet")
    {
        Description = "A Parquet file, one row a case; beside it NAME.months.parquet, likewise.",
    };

    private static readonly Option<bool> Public = new("--public") { Description = "Only the examples: what a competitor may know." };

    public static Command Create()
    {
        var command = new Command("export", """
            Export a run's results for other programs. Without --public it holds every case, closed ones too: the files are the organiser's.

            Examples:
              evaluator export runs/20111231-120000-Zero --csv zero.csv            zero.csv and zero.months.csv
              evaluator export runs/20111231-120000-Zero --parquet zero.parquet    zero.parquet and zero.months.parquet
            """)
        {
            Run, Csv, Parquet, Public, JsonOutput.Asked,
        };
        command.SetAction(Export);
        return command;
    }

    private static int Export(ParseResult command)
    {
        RunFolder folder = RunFolder.Open(command.GetRequiredValue(Run));
        (string? csv, string? parquet) = (command.GetValue(Csv), command.GetValue(Parquet));
        if (csv is null && parquet is null)
            throw new UsageException("export needs --csv FILE or --parquet FILE, or both.");
        foreach (string file in new[] { csv, parquet }.OfType<string>()
            .Where(file => !Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(file)))))
            throw new UsageException($"{file} can't be written: there is no folder {Path.GetDirectoryName(Path.GetFullPath(file))}.");
        RunManifest manifest = folder.ReadManifest();
        IReadOnlyList<CaseResult> results = folder.ReadCases();
        if (command.GetValue(Public))
            results = PublicView.Of(manifest, results).Open;
        List<(string File, int Rows, string Each)> written = [];
        if (csv is not null)
            written.AddRange(Write(csv, results, CsvExport.Write, CsvExport.Write));
        if (parquet is not null)
            written.AddRange(Write(parquet, results, ParquetExport.Write, ParquetExport.Write));
        if (command.GetValue(JsonOutput.Asked))
            JsonOutput.Print(new { Files = written.Select(one => new { one.File, one.Rows }) });
        else
            written.ForEach(one => Console.Out.WriteLine($"{one.File}: {Figures.Count(one.Rows)} {one.Each}"));
        return ExitCode.Good;
    }

    private static IEnumerable<(string File, int Rows, string Each)> Write(
        string file, IReadOnlyList<CaseResult> results, Action<string, IEnumerable<CaseRow>> writeCases,
        Action<string, IEnumerable<GranularityRow>> writeMonths)
    {
        string months = Path.ChangeExtension(file, ".months" + Path.GetExtension(file));
        List<GranularityRow> rows = [.. results.SelectMany(GranularityRow.Of)];
        writeCases(file, results.Select(CaseRow.Of));
        writeMonths(months, rows);
        return [(file, results.Count, "cases"), (months, rows.Count, "rows, one a case, month and granularity")];
    }
}
