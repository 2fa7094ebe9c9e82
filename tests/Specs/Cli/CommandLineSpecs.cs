using System.Text.Json;
using Evaluator.Specs.Contest;
using Evaluator.Specs.Fixtures;

namespace Evaluator.Specs.Cli;

public sealed class CommandLineSpecs : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("command-line-").FullName;

    private string Out => Path.Combine(folder, "run");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_good_run_prints_its_summary_as_json_and_nothing_else_and_ends_with_0()
    {
        using SmallPackage package = SmallPackage.OfEqualCases(2);
        EvaluatorProgram run =
            EvaluatorProgram.Run("run", EvaluatorProgram.Predictor("Zero"), "--data", package.Folder, "--out", Out, "--json");

        Assert.Equal(0, run.ExitCode);
        JsonElement summary = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal(2, summary.GetProperty("cases").GetInt32());
        Assert.True(summary.GetProperty("complete").GetBoolean());
        Assert.Equal(2, summary.GetProperty("verdicts").GetProperty("Accepted").GetInt32());
        double score = summary.GetProperty("score").GetDouble();
        Assert.Equal(BitConverter.DoubleToUInt64Bits(score).ToString("x16"), summary.GetProperty("scoreBits").GetString());
    }

    [Fact]
    public void Show_prints_the_run_again_and_a_case_in_full()
    {
        using SmallPackage package = SmallPackage.OfEqualCases(1);
        EvaluatorProgram.Run("run", EvaluatorProgram.Predictor("Zero"), "--data", package.Folder, "--out", Out);

        EvaluatorProgram run = EvaluatorProgram.Run("show", Out);
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Accepted 1", run.Output);
        EvaluatorProgram one = EvaluatorProgram.Run("show", Out, "--case", "250250000001");
        Assert.Equal(0, one.ExitCode);
        Assert.Contains("predict(12)", one.Output);
    }

    [Fact]
    public void A_predictor_that_fails_ends_the_run_with_1_and_its_message_is_printed()
    {
        using SmallPackage package = SmallPackage.OfEqualCases(1);
        EvaluatorProgram run =
            EvaluatorProgram.Run("run", FixtureCatalog.Named("ThrowsInSetup").Dll, "--data", package.Folder, "--out", Out);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("Crashed", run.Output);
        Assert.Contains("setup: System.", run.Output);
    }

    [Fact]
    public void A_rejected_predictor_ends_the_run_with_1_and_says_what_is_needed()
    {
        using SmallPackage package = SmallPackage.OfEqualCases(1);
        EvaluatorProgram run = EvaluatorProgram.Run("run", FixtureCatalog.Named("NoSuchClass").Dll, "--data", package.Folder, "--out", Out);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("exactly one public, non-nested class `BostonRiskPredictor` is needed", run.Output.Replace("\n", " "));
    }

    public static TheoryData<string, string[], string> Unusable => new()
    {
        { "a data folder that is not there", ["run", "{zero}", "--data", "{folder}/nowhere"], "nowhere" },
        { "a data folder that is a file", ["run", "{zero}", "--data", "{zero}"], "Zero.dll" },
        { "a predictor that is not there", ["run", "{folder}/none.dll", "--data", "{data}"], "none.dll" },
        { "an unwritable run folder", ["run", "{zero}", "--data", "{data}", "--out", "/proc/run"], "/proc/run" },
        { "a run folder that is a file", ["run", "{zero}", "--data", "{data}", "--out", "{zero}"], "is a file" },
        { "an unknown block group", ["run", "{zero}", "--data", "{data}", "--case", "999"], "999" },
        { "an unknown set", ["run", "{zero}", "--data", "{data}", "--set", "{folder}/set.txt"], "set.txt" },
        { "a language that is none of the contest's", ["run", "{zero}", "--data", "{data}", "--language", "cobol"], "cobol" },
        { "no workers", ["run", "{zero}", "--data", "{data}", "--workers", "0"], "--workers" },
        { "a limit below zero", ["run", "{zero}", "--data", "{data}", "--time-limit", "-1"], "--time-limit" },
        { "months that are none", ["run", "{zero}", "--data", "{data}", "--months", "8-5"], "8-5" },
        { "no data", ["run", "{zero}"], "--data" },
        { "an unknown option", ["run", "{zero}", "--data", "{data}", "--frobnicate"], "frobnicate" },
        { "a run that is none", ["show", "{folder}"], "no run" },
    };

    [Theory]
    [MemberData(nameof(Unusable))]
    public void What_cannot_be_done_is_named_and_ends_with_2(string what, string[] arguments, string named)
    {
        using SmallPackage package = SmallPackage.OfEqualCases(1);
        EvaluatorProgram run = EvaluatorProgram.Run([.. arguments.Select(argument => argument
            .Replace("{zero}", EvaluatorProgram.Predictor("Zero")).Replace("{data}", package.Folder).Replace("{folder}", folder))]);
        Assert.True(run.ExitCode == 2, $"{what}: exit code {run.ExitCode}; {run.Error}");
        Assert.Contains(named, run.Error);
        Assert.DoesNotContain("   at ", run.Error);
    }

    [Fact]
    public void A_package_without_a_needed_column_is_refused_with_the_file_named()
    {
        using var package = SmallPackage.OfOneCase();
        package.Write(SmallPackage.Events("emergencies", 10), "propID\tPriority\n");
        EvaluatorProgram run = EvaluatorProgram.Run("run", EvaluatorProgram.Predictor("Zero"), "--data", package.Folder, "--out", Out);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains($"emergencies-{SmallPackage.BlockGroup}-10.csv", run.Error);
        Assert.False(Directory.Exists(Out));
    }
}
