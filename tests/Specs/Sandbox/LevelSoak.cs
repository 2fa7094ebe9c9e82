using System.Text;
using Evaluator.Confinement.SelfTest;
using Evaluator.Specs.Fixtures;

namespace Evaluator.Specs.Sandbox;

/// <summary>
/// What the corpus gets done at each level: the honest table, made from the run and written to artifacts/hostile-levels.md.
/// </summary>
public class LevelSoak
{
    [Fact]
    public void What_no_longer_holds_at_lower_levels_is_written_down()
    {
        Soak.Require();
        Fixture[] fixtures = [.. FixtureCatalog.In("Hostile")];
        CorpusRun[] runs = [.. new[] { 3, 2, 1, 0 }.Select(level => CorpusRun.Of(TestedSandbox.Of(level), fixtures))];
        var table =
            new StringBuilder("| predictor | holds | expected | level 3 | level 2 | level 1 | level 0 |\n|---|---|---|---|---|---|---|\n");
        foreach (Fixture fixture in fixtures)
        {
            table.Append($"| {fixture.Name} | {fixture.Holds ?? ""} | {string.Join(" or ", fixture.Verdicts)} |");
            foreach (CorpusRun run in runs)
                table.Append($" {Outcome(run, fixture)} |");
            table.Append('\n');
        }
        File.WriteAllText(Path.Combine(Repository.Root, "artifacts", "hostile-levels.md"), table.ToString());

        // Whatever a level's promises forbid was not done at that level, by any fixture.
        foreach (CorpusRun run in runs)
        {
            HashSet<string> held = [.. run.Sandbox.Record.Promises.Where(promise => promise.Held).Select(promise => promise.Name)];
            ForEvery.In(fixtures.Where(fixture => fixture.Holds is { } promise && held.Contains(promise)), fixture =>
                Assert.True(run.BreachOf(fixture.Name) is null,
                    $"level {run.Sandbox.Record.Level}, {fixture.Name}: {run.BreachOf(fixture.Name)}"));
        }
    }

    [Fact]
    public void A_memory_limit_holds_for_every_kind_of_memory_at_every_level()
    {
        Soak.Require();
        Fixture[] fixtures = [.. FixtureCatalog.In("Hostile").Where(fixture => fixture.Name.Contains("MiB", StringComparison.Ordinal))];
        Assert.Equal(13, fixtures.Length);
        for (int level = 3; level >= 0; level--)
        {
            CorpusRun run = CorpusRun.Of(TestedSandbox.Of(level), fixtures);
            ForEvery.In(fixtures, fixture => ForEvery.In(run.ResultsOf(fixture.Name), result =>
                Assert.True(fixture.Verdicts.Contains(result.Verdict.ToString()),
                    $"level {level}, {fixture.Name}: {result.Verdict}, {result.Detail}")));
        }
    }

    private static string Outcome(CorpusRun run, Fixture fixture)
    {
        string verdicts = string.Join(", ", run.ResultsOf(fixture.Name).Select(result => $"{result.Verdict}").Distinct());
        return run.BreachOf(fixture.Name) is { } breach
            ? $"{verdicts}, **{breach[(breach.IndexOf("BREACH", StringComparison.Ordinal) + 8)..].Split(" at ")[0]}**" : verdicts;
    }
}
