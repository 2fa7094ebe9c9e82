using System.Text.Json;
using Evaluator.Specs.Contest;
using Evaluator.Specs.Fixtures;

namespace Evaluator.Specs.Public;

/// <summary>Ruling 13: nothing about a closed case but its part in totals and verdict counts reaches a competitor.</summary>
public class PublicSummarySpecs
{
    private static readonly string[] Open = ["250250000001", "250250000002"];

    [Theory]
    [InlineData(4, false)]
    [InlineData(13, true)]
    public void A_competitor_gets_totals_counts_and_the_examples_and_nothing_else(int cases, bool scored)
    {
        using SmallPackage package = SmallPackage.OfEqualCases(cases);
        string folder = Path.Combine(package.Folder, "run");
        string[] all = File.ReadAllLines(Path.Combine(package.Folder, "sets/example.txt"));
        File.WriteAllLines(Path.Combine(package.Folder, "sets/provisional.txt"), all[2..]);
        File.WriteAllLines(Path.Combine(package.Folder, "sets/example.txt"), Open);
        EvaluatorProgram run = EvaluatorProgram.Run("run", FixtureCatalog.Named("CrashesInOneCase").Dll, "--data", package.Folder, "--out",
            folder, "--sandbox", "0");
        Assert.Equal(1, run.ExitCode);

        EvaluatorProgram json = EvaluatorProgram.Run("show", folder, "--public", "--json");
        EvaluatorProgram table = EvaluatorProgram.Run("show", folder, "--public");
        EvaluatorProgram csv = EvaluatorProgram.Run("export", folder, "--public", "--csv", Path.Combine(package.Folder, "public.csv"));
        Assert.Equal([0, 0, 0], [json.ExitCode, table.ExitCode, csv.ExitCode]);
        string handedOut = json.Output + table.Output + File.ReadAllText(Path.Combine(package.Folder, "public.csv"))
            + File.ReadAllText(Path.Combine(package.Folder, "public.months.csv"));
        ForEvery.In(Open, example => Assert.Contains(example, handedOut));
        Assert.DoesNotContain(all[2..], closed => handedOut.Contains(closed, StringComparison.Ordinal));
        using JsonDocument summary = JsonDocument.Parse(json.Output);
        Assert.Equal(scored ? JsonValueKind.Number : JsonValueKind.Null, summary.RootElement.GetProperty("score").ValueKind);
        Assert.Equal(!scored, table.Output.Contains("withheld", StringComparison.Ordinal));
        Assert.Contains($"\"Accepted\": {all.Count(id => !id.EndsWith('2'))}", json.Output);
    }

    [Fact]
    public void A_closed_case_is_not_shown()
    {
        using SmallPackage package = SmallPackage.OfEqualCases(2);
        string folder = Path.Combine(package.Folder, "run");
        File.WriteAllLines(Path.Combine(package.Folder, "sets/provisional.txt"), ["250250000002"]);
        File.WriteAllLines(Path.Combine(package.Folder, "sets/example.txt"), ["250250000001"]);
        Assert.Equal(0, EvaluatorProgram.Run("run", FixtureCatalog.Named("CallsLibc").Dll, "--data", package.Folder, "--out", folder,
            "--sandbox", "0").ExitCode);
        Assert.Equal(0, EvaluatorProgram.Run("show", folder, "--public", "--case", "250250000001").ExitCode);
        Assert.Equal(2, EvaluatorProgram.Run("show", folder, "--public", "--case", "250250000002").ExitCode);
    }
}
