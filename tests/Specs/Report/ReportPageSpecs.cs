using System.Text.RegularExpressions;
using Evaluator.Harness.Runs;
using Evaluator.Harness.Storage;
using Evaluator.Report.Explaining;
using Evaluator.Report.Findings;
using Evaluator.Report.Page;
using Evaluator.Specs.Runs;

namespace Evaluator.Specs.Report;

public sealed partial class ReportPageSpecs(RunOnDisk run) : IClassFixture<RunOnDisk>
{
    [Fact]
    public void The_page_needs_nothing_from_elsewhere()
    {
        string page = Page(run.PackageFolder, isPublic: false);
        string[] addresses = [.. Address().Matches(page).Select(match => match.Value).Distinct()];
        Assert.Equal(["http://www.w3.org/2000/svg"], addresses);    // a name, not a place
        Assert.DoesNotContain("<link rel=\"stylesheet\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("src=\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_has_every_section()
    {
        string page = Page(run.PackageFolder, isPublic: false);
        foreach (string id in (string[])["origin", "cases", "calibration", "single", "calls", "provenance"])
            Assert.Contains($"<section id=\"{id}\">", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_run_gives_the_same_page() =>
    Assert.Equal(Page(run.PackageFolder, isPublic: false), Page(run.PackageFolder, isPublic: false));

    [Fact]
    public void Its_charts_have_text()
    {
        // Without a font the plotting library leaves text out silently.
        Assert.Contains("September",
            Svg().Matches(Page(run.PackageFolder, isPublic: false)).Select(match => match.Value)
                .First(svg => svg.Contains("September: events", StringComparison.Ordinal)).Split("aria-label")[1][60..],
                StringComparison.Ordinal);
    }

    [Fact]
    public void Other_data_than_the_runs_is_refused()
    {
        string package = run.CopyOfPackage();
        File.AppendAllText(Path.Combine(package, $"emergencies-{RunOnDisk.Cases[0]}-10.csv"), "A1\tVIOLENT\t1\t2011-10-03\n");
        string message = Assert.Throws<RunFolderException>(() => Page(package, isPublic: false)).Message;
        Assert.Contains($"{RunOnDisk.Cases[0]}, month 10", message, StringComparison.Ordinal);
    }

    private string Page(string package, bool isPublic)
    {
        PlayedRun played = PlayedRun.Open(RunFolder.Open(run.Folder), package);
        return ReportPage.Of(RunFindings.Gather(played, isPublic), []);
    }

    [GeneratedRegex("https?://[^\"<) ]*")]
    private static partial Regex Address();

    [GeneratedRegex("<svg.*?</svg>", RegexOptions.Singleline)]
    private static partial Regex Svg();
}
