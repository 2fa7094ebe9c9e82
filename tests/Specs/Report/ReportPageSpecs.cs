using System.Text.RegularExpressions;
using Evaluator.Harness.Runs;
using Evaluator.Harness.Storage;
using Evaluator.Report.Explaining;
using Evaluator.Report.Findings;
using Evaluator.Report.Page;
using Evaluator.Specs.Contest;
using Evaluator.Specs.Fixtures;
using Evaluator.Specs.Harness;
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
        foreach (string id in (string[])["origin", "cases", "calibration", "all", "single", "calls", "provenance"])
        {
            Assert.Contains($"<section id=\"{id}\">", page, StringComparison.Ordinal);
            Assert.Contains($"<a href=\"#{id}\">", page, StringComparison.Ordinal);
        }
        Assert.DoesNotContain("id=\"failures\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_case_stands_in_one_table_and_leads_to_what_is_told_of_it()
    {
        string page = Page(run.PackageFolder, isPublic: false);
        string table = page[page.IndexOf("<section id=\"all\">", StringComparison.Ordinal)..];
        table = table[..table.IndexOf("</section>", StringComparison.Ordinal)];
        ForEvery.In(RunOnDisk.Cases, id => Assert.Contains($"<a href=\"#case-{id}\">{id}</a>", table));
        ForEvery.In(RunOnDisk.Cases, id => Assert.Contains($"<details id=\"case-{id}\"", page));
        Assert.DoesNotContain("1 cases", page, StringComparison.Ordinal);
        Assert.DoesNotContain("1 events", page, StringComparison.Ordinal);
    }

    [Fact]
    public void What_failed_comes_first_with_its_frames_and_has_a_bar()
    {
        using SmallPackage package = SmallPackage.OfEqualCases(2);
        using FinishedRun failed = FinishedRun.Of(FixtureCatalog.Named("CrashesInOneCase").Dll, package.Open());
        string page = ReportPage.Of(
            RunFindings.Gather(PlayedRun.Open(RunFolder.Open(failed.Folder), package.Folder), isPublic: false), []);
        int failures = page.IndexOf("<section id=\"failures\"><h2>1 case of 2 failed</h2>", StringComparison.Ordinal);
        Assert.InRange(failures, 0, page.IndexOf("<section id=\"origin\">", StringComparison.Ordinal));
        Assert.Contains("too much for me", page[failures..], StringComparison.Ordinal);
        Assert.Contains("   at BostonRiskPredictor.", page[failures..], StringComparison.Ordinal);
        Assert.Contains(">failed</text>", page, StringComparison.Ordinal);
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
