using System.Xml.Linq;
using Evaluator.Specs.Contest;
using Evaluator.Specs.Fixtures;

namespace Evaluator.Specs.Cli;

/// <summary>What a CI server asks of a run: one figure, a file that it shows, an end at the first failure.</summary>
public sealed class RunForCiSpecs : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("run-for-ci-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_quiet_run_prints_the_score_alone()
    {
        using SmallPackage package = SmallPackage.OfEqualCases(2);
        EvaluatorProgram run = EvaluatorProgram.Run(
            "run", EvaluatorProgram.Predictor("Zero"), "--data", package.Folder, "--out", At("run"), "--quiet");
        Assert.Equal(0, run.ExitCode);
        Assert.Matches(@"^-?\d+\.\d{6}\n$", run.Output);
        Assert.DoesNotContain("cases,", run.Error);
    }

    [Fact]
    public void Failed_cases_are_failed_tests_in_the_junit_file_and_rows_in_markdown()
    {
        using SmallPackage package = SmallPackage.OfEqualCases(2);
        EvaluatorProgram run = EvaluatorProgram.Run(
            "run", FixtureCatalog.Named("ThrowsInSetup").Dll, "--data", package.Folder, "--out", At("run"), "--junit", At("junit.xml"),
            "--markdown", At("result.md"));
        Assert.Equal(1, run.ExitCode);
        XElement suite = XDocument.Load(At("junit.xml")).Root!.Element("testsuite")!;
        Assert.Equal(("2", "2"), (suite.Attribute("tests")!.Value, suite.Attribute("failures")!.Value));
        Assert.Contains("setup", suite.Elements("testcase").First().Element("failure")!.Value);
        string[] rows = [.. File.ReadAllLines(At("result.md")).Where(line => line.StartsWith("| 25025", StringComparison.Ordinal))];
        Assert.Equal(2, rows.Length);
        Assert.Contains("Crashed", rows[0]);
    }

    [Fact]
    public void A_run_that_fails_fast_plays_no_further_case_and_says_how_to_go_on()
    {
        using SmallPackage package = SmallPackage.OfEqualCases(6);
        EvaluatorProgram run = EvaluatorProgram.Run(
            "run", FixtureCatalog.Named("ThrowsInSetup").Dll, "--data", package.Folder, "--out", At("run"), "--workers", "1",
                "--fail-fast");
        Assert.Equal(3, run.ExitCode);
        Assert.InRange(Directory.EnumerateFiles(At("run/cases")).Count(), 1, 3);
        Assert.Contains("interrupted, ", run.Error);
        Assert.Contains($"--out {At("run")}", run.Error);
        Assert.Contains("--resume", run.Error);
    }

    private string At(string name) => Path.Combine(folder, name);
}
