using System.Diagnostics;
using System.Text.RegularExpressions;
using Evaluator.Specs;

namespace Evaluator.BoardSpecs.House;

/// <summary>
/// The benchmark of a large contest (perf/Benchmarks, `board`) on a small one: that it measures all it names. Its figures are for a quiet
/// machine, and none is looked at here.
/// </summary>
public class BoardBenchmarkSpecs
{
    [Fact(Timeout = 300_000)]
    public void A_contest_of_50_teams_is_folded_and_served_and_every_figure_is_printed()
    {
        string program = Path.Combine(Repository.Root, "artifacts", "bin", "Benchmarks",
            Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)), "Evaluator.Benchmarks");
        EndedProcess ended = EndedProcess.Of(new ProcessStartInfo(program, ["board", "50", "500", "--small"]));
        Assert.True(ended.ExitCode == 0, ended.Said);
        foreach (string figure in (string[])[
            "50 teams, 500 entries, [0-9]+ ranked", "read and folded", "and the first table", "chain checked as well",
            "the contest in memory", "a submission, its result and the page", "pages of 100 rows", "a moment of the past .* ms\n",
            "until it is ready", "a page  .* KiB, 50 rows", "by wrk  .*(a second|not measured)", "of CPU time \\(\\?at=seq\\)",
            "a stream .* KiB of memory, with 10 open", "handed in, on the disk", "result in the log, page .* ms median",
            "both together", "all 10 streams heard", "stop with them open"])
            Assert.Matches(new Regex(figure), ended.Output);
    }
}
