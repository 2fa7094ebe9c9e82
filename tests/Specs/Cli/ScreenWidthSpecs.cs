using System.Diagnostics;
using System.Text.RegularExpressions;
using Evaluator.Specs.Contest;
using Evaluator.Specs.Fixtures;
using Evaluator.Specs.Runs;

namespace Evaluator.Specs.Cli;

/// <summary>What is printed on consoles of three widths: no table is wider, and no id, number or verdict is cut or broken.</summary>
public sealed partial class ScreenWidthSpecs(RunOnDisk run) : IClassFixture<RunOnDisk>
{
    public static TheoryData<int> Widths => [60, 80, 100];

    [Theory]
    [MemberData(nameof(Widths))]
    public void A_run_ends_with_its_score_and_every_case_is_named_whole(int columns)
    {
        EvaluatorProgram show = At(columns, "show", run.Folder);
        Fits(show, columns);
        foreach (string id in RunOnDisk.Cases)
            Assert.Matches($@"(?m)^.*\b{id}\b.*\d\.\d{{6}}\b", show.Output);
        string[] last = [.. show.Output.TrimEnd().Split('\n').TakeLast(5)];
        Assert.Contains(last, line => Regex.IsMatch(line, @"^score +-?\d+\.\d{6}  bits [0-9a-f]{16}"));
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public void A_case_its_months_and_its_costs_fit(int columns)
    {
        EvaluatorProgram show = At(columns, "show", run.Folder, "--case", RunOnDisk.Cases[0]);
        Fits(show, columns);
        Assert.Contains("predict(12)", show.Output);
        Assert.Matches(@"(?m)^score +-?\d+\.\d{6}  bits", show.Output);
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public void Comparison_standings_and_check_fit(int columns)
    {
        string copy = run.Copy();
        Fits(At(columns, "compare", run.Folder, copy), columns);
        EvaluatorProgram standings = At(columns, "standings", run.Folder, copy);
        Fits(standings, columns);
        Assert.Equal(2, Regex.Count(standings.Output, "SmoothedRate"));
        Fits(At(columns, "check", run.PackageFolder), columns);
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public void Failures_of_one_kind_are_one_group_with_their_words_whole(int columns)
    {
        string folder = run.NewFolder();
        using SmallPackage package = SmallPackage.OfEqualCases(3);
        using Process process = EvaluatorProgram.Start(
            new Dictionary<string, string> { ["COLUMNS"] = $"{columns}" }, "run", FixtureCatalog.Named("ThrowsInSetup").Dll,
            "--data", package.Folder, "--out", folder);
        EvaluatorProgram ended = EvaluatorProgram.End(process);
        Assert.Equal(1, ended.ExitCode);
        Fits(ended, columns);
        Assert.Contains("3 cases: Crashed", ended.Output);
        Assert.Contains("verdicts", ended.Output);
        string[] lastScreen = [.. ended.Output.TrimEnd().Split('\n').TakeLast(19)];
        Assert.Contains(lastScreen, line => line.Contains("3 cases: Crashed", StringComparison.Ordinal));
        EvaluatorProgram one = At(columns, "show", folder, "--case", "250250000001");
        Fits(one, columns);
        Assert.Contains("\n   at BostonRiskPredictor.", one.Output);
    }

    [Fact]
    public void A_locale_without_unicode_gets_none()
    {
        using Process process = EvaluatorProgram.Start(
            new Dictionary<string, string> { ["LC_ALL"] = "C", ["COLUMNS"] = "60" }, "show", run.Folder, "--case", RunOnDisk.Cases[0]);
        EvaluatorProgram ended = EvaluatorProgram.End(process);
        Assert.Equal(0, ended.ExitCode);
        Assert.Matches(@"^[\x00-\x7f]+$", ended.Output);
        Assert.DoesNotContain("?", ended.Output);
    }

    [Fact]
    public void No_colour_where_none_is_wanted()
    {
        using Process process = EvaluatorProgram.Start(new Dictionary<string, string> { ["NO_COLOR"] = "1" }, "show", run.Folder);
        Assert.DoesNotContain('\e', EvaluatorProgram.End(process).Output);
    }

    private static EvaluatorProgram At(int columns, params string[] arguments)
    {
        using Process process = EvaluatorProgram.Start(new Dictionary<string, string> { ["COLUMNS"] = $"{columns}" }, arguments);
        EvaluatorProgram ended = EvaluatorProgram.End(process);
        Assert.True(ended.ExitCode == 0, ended.Error);
        return ended;
    }

    /// <summary>Paths and examples of data stand on lines of their own, which the terminal may fold; all else fits.</summary>
    private static void Fits(EvaluatorProgram ended, int columns)
    {
        string[] lines = ended.Output.Split('\n');
        Assert.True(lines.Length > 3, ended.Output);
        Assert.Empty(lines.Where(line => line.Length > columns && !line.Contains('/')));
        Assert.Empty(lines.Where(line => BrokenNumber().IsMatch(line)));
    }

    /// <summary>A row of a table whose cell holds only the rest of a number: it was folded.</summary>
    [GeneratedRegex(@"^│[ │]*│ +\d{1,3} +│[ │]*$")]
    private static partial Regex BrokenNumber();
}
