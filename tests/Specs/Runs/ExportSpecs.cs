using Evaluator.Cli.Exports;
using Evaluator.Contest.Truth;
using Evaluator.Harness.Records;
using Parquet.Serialization;
using Sylvan.Data.Csv;

namespace Evaluator.Specs.Runs;

public sealed class ExportSpecs(RunOnDisk run) : IClassFixture<RunOnDisk>
{
    [Fact]
    public void Csv_reads_back_to_the_same_bits()
    {
        string file = Export("--csv", ".csv");
        CaseResult[] results = Results();
        using CsvDataReader cases = CsvDataReader.Create(file);
        foreach (CaseResult result in results)
        {
            Assert.True(cases.Read());
            Assert.Equal(result.Case, cases.GetString(cases.GetOrdinal("Case")));
            Assert.Equal(result.Verdict.ToString(), cases.GetString(cases.GetOrdinal("Verdict")));
            Assert.Equal(result.ScoreBits, ScoreBits.Of(cases.GetDouble(cases.GetOrdinal("Score"))));
        }
        Assert.False(cases.Read());

        using CsvDataReader months = CsvDataReader.Create(Path.ChangeExtension(file, ".months.csv"));
        foreach (GranularityRow row in results.SelectMany(GranularityRow.Of))
        {
            Assert.True(months.Read());
            Assert.Equal((row.Case, row.Month, row.Granularity), (months.GetString(0), months.GetInt32(1), months.GetString(2)));
            Assert.Equal(row.Rmse, months.GetDouble(months.GetOrdinal("Rmse")));
        }
        Assert.False(months.Read());
    }

    [Fact]
    public async Task Parquet_reads_back_to_the_same_rows()
    {
        string file = Export("--parquet", ".parquet");
        CaseResult[] results = Results();
        Assert.Equal(results.Select(CaseRow.Of), await Read<CaseRow>(file));
        Assert.Equal(results.SelectMany(GranularityRow.Of), await Read<GranularityRow>(Path.ChangeExtension(file, ".months.parquet")));
    }

    [Fact]
    public void A_case_without_a_score_has_empty_fields_and_text_with_commas_stays_one_field()
    {
        CaseResult failed = Results()[0] with
        {
            Verdict = Evaluator.Confinement.Verdict.Crashed,
            Reason = "exception",
            Score = 0,
            Detail = "a, \"b\"\nc",
            Months = [new MonthResult(9, 2, 0, new UnplacedEvents(0, 0, 0), null, null, null)]
        };
        string file = run.NewFolder() + ".csv";
        CsvExport.Write(file, [CaseRow.Of(failed)]);
        using CsvDataReader cases = CsvDataReader.Create(file);
        Assert.True(cases.Read());
        Assert.Equal("a, \"b\"\nc", cases.GetString(cases.GetOrdinal("Detail")));
        ForEvery.In(GranularityRow.Of(failed), row => Assert.Null(row.Score));
    }

    [Theory]
    [InlineData(new string[0], "needs --csv FILE or --parquet FILE")]
    [InlineData(new[] { "--csv", "/no/such/folder/run.csv" }, "there is no folder /no/such/folder")]
    public void An_export_to_nowhere_is_refused(string[] arguments, string said)
    {
        EvaluatorProgram export = EvaluatorProgram.Run(["export", run.Folder, .. arguments]);
        Assert.Equal(2, export.ExitCode);
        Assert.Contains(said, export.Error);
    }

    private CaseResult[] Results() => [.. RunOnDisk.Cases.Select(run.Result)];

    private string Export(string option, string extension)
    {
        string file = run.NewFolder() + extension;
        EvaluatorProgram said = EvaluatorProgram.Run("export", run.Folder, option, file);
        Assert.True(said.ExitCode == 0, said.Error);
        return file;
    }

    private static async Task<IList<T>> Read<T>(string file)
        where T : class, new()
    {
        using FileStream stream = File.OpenRead(file);
        return (await ParquetSerializer.DeserializeAsync<T>(stream, cancellationToken: TestContext.Current.CancellationToken)).Data;
    }
}
