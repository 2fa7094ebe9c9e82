using Evaluator.Challenges;
using Evaluator.Challenges.Formulas;
using Evaluator.Challenges.Reading;

namespace Evaluator.BoardSpecs.Challenges;

/// <summary>A challenge's folder: read whole, or refused with every fault at once.</summary>
public sealed class ChallengeFolderSpecs : IDisposable
{
    private const string Good = """
        {
          // People write this file.
          "name": "cokehaven",
          "title": "The harbour",
          "summary": "Pick 400 containers.",
          "kind": "table",
          "picture": { "file": "harbour.png", "text": "A harbour" },
          "tags": { "domain": ["customs"], "skill": ["ranking"] },
          "signIn": "walk-in",
          "teams": { "cap": 5, "most": 200 },
          "rules": { "version": 1, "file": "rules.md" },
          "columns": [
            { "name": "kilos", "title": "Kilos found", "unit": "kg", "better": "more", "decimals": 0,
              "metric": { "name": "sum", "of": "coke_kilo" },
              "shown": { "title": "Street worth", "factor": 50000, "prefix": "€ ", "thousands": "." } },
            { "name": "half", "better": "less", "decimals": 1, "formula": "kilos / 2" }
          ],
          "table": { "shape": "picks", "key": "containerid", "picks": 400, "answers": "answers.csv" },
          "baselines": [ { "name": "customs", "title": "Douane Rotterdam", "file": "customs.csv", "start": true } ],
          "rewards": [ { "name": "first", "title": "First", "phase": "live", "rule": "FirstAbove", "amount": 50, "threshold": 812 } ],
          "phases": [
            { "name": "live", "title": "Live", "opens": "2026-12-01T09:00Z", "closes": "2026-12-01T17:00:00Z", "set": "all",
              "rank": ["kilos"],
              "quotas": { "scored": { "aDay": 50 }, "attempted": { "aDay": 200 }, "inFlight": 1 } },
            { "name": "next", "title": "Next", "opens": "2026-12-02T09:00Z", "set": "all", "rank": { "meanOfRanks": ["kilos", "half"] },
              "needs": { "phase": "live" } }
          ]
        }
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("challenge-").FullName;

    public ChallengeFolderSpecs()
    {
        Directory.CreateDirectory(Path.Combine(folder, "files"));
        Directory.CreateDirectory(Path.Combine(folder, "secret"));
        File.WriteAllText(Path.Combine(folder, "story.md"), "# The harbour");
        File.WriteAllText(Path.Combine(folder, "rules.md"), "Be fair.");
        File.WriteAllText(Path.Combine(folder, "files", "harbour.png"), "");
        File.WriteAllText(Path.Combine(folder, "files", "customs.csv"), "");
        File.WriteAllText(Path.Combine(folder, "secret", "answers.csv"), "");
    }

    public void Dispose() => Directory.Delete(folder, true);

    [Fact]
    public void A_good_folder_is_read_whole()
    {
        Challenge challenge = Read(Good).Challenge;
        Assert.Equal(("cokehaven", ChallengeKind.Table, SignIn.WalkIn, 5),
            (challenge.Name, challenge.Kind, challenge.SignIn, challenge.TeamCap));
        Assert.Equal(("# The harbour", "Be fair."), (challenge.Story, challenge.Rules.Text));
        Assert.Equal((TableShape.Picks, 400, "answers.csv"), (challenge.Table!.Shape, challenge.Table.Picks, challenge.Table.Answers));
        Assert.Equal(("€ ", 50_000m, "."),
            (challenge.Columns[0].Shown!.Prefix, challenge.Columns[0].Shown!.Factor, challenge.Columns[0].Shown!.Thousands));
        Assert.Equal(("sum", "coke_kilo"), (challenge.Columns[0].Metric!.Name, challenge.Columns[0].Metric!.Of));
        Assert.Equal(new DateTimeOffset(2026, 12, 1, 17, 0, 0, TimeSpan.Zero), challenge.Phases[0].Closes);
        Assert.Equal(new Quotas { ScoredADay = 50, AttemptedADay = 200, InFlight = 1 }, challenge.Phases[0].Quotas);
        Assert.Equal((RankingRule.MeanOfRanks, "half"), (challenge.Phases[1].Ranking.Rule, challenge.Phases[1].Ranking.Columns[1]));
        Assert.Equal(new Gate("live", null, null), challenge.Phases[1].Gate);
        Assert.Equal((RewardKind.FirstAbove, 812m), (challenge.Rewards[0].Kind, challenge.Rewards[0].Threshold));
    }

    [Theory]
    [InlineData("\"decimals\": 0", "\"decimals\": \"none\"",
        "challenge.json:13: `columns[0].decimals` is \"none\"; expected a whole number from 0 to 9")]
    [InlineData("\"better\": \"more\"", "\"better\": \"max\"",
        "challenge.json:13: `columns[0].better` is \"max\"; expected one of \"more\", \"less\"")]
    [InlineData("kilos / 2", "kilo / 2", "challenge.json:16: `columns[1].formula` names `kilo`; expected columns that are measured: kilos")]
    [InlineData("kilos / 2", "kilos / ",
        "challenge.json:16: `columns[1].formula` is no formula: "
        + "expected a number, a column or an opening bracket at character 9, found the end")]
    [InlineData("answers.csv", "../rules.md",
        "challenge.json:18: `table.answers` names `../rules.md`, which is not there; expected a file under secret/")]
    [InlineData("T17:00:00Z", "T17:00:00+01:00",
        "challenge.json:22: `phases[0].closes` is \"2026-12-01T17:00:00+01:00\"; expected a time in UTC")]
    [InlineData("T17:00:00Z", "T07:00:00Z", "challenge.json:22: `phases[0].closes` is not after `opens`; expected a later time")]
    [InlineData("\"rank\": [\"kilos\"]", "\"rank\": [\"kilos\"], \"release\": \"ladder\"",
        "`phases[0].release` is a ladder in a walk-in contest")]
    [InlineData("\"cap\": 5", "\"cup\": 5", "challenge.json:10: `teams.cup` is not known; expected one of cap, most")]
    [InlineData("\"needs\": { \"phase\": \"live\" }", "\"needs\": { \"phase\": \"next\" }", "`phases[1].needs` names the phase `next`")]
    [InlineData("\"rank\": [\"kilos\"]", "\"rank\": [\"kilos\"], \"needs\": { \"phase\": \"next\" }",
        "`phases[0].needs` leads in a circle: live → next → live; expected phases that can be entered one after another")]
    [InlineData("\"needs\": { \"phase\": \"live\" }", "\"needs\": { \"phase\": \"live\", \"column\": \"kilo\" }",
        "`phases[1].needs` names the column `kilo`; expected a column of this contest")]
    [InlineData("\"file\": \"customs.csv\", ", "",
        "`baselines[0].name` has neither `file`, `repository` nor `values`; expected one of them")]
    [InlineData("\"file\": \"customs.csv\"", "\"repository\": { \"url\": \"http://git.example/a\", \"tag\": \"v1\" }",
        "`baselines[0].repository.url` is \"http://git.example/a\"; expected an https address")]
    [InlineData("\"file\": \"customs.csv\"", "\"repository\": { \"url\": \"https://git.example/a\", \"commit\": \"main\" }",
        "`baselines[0].repository.commit` is \"main\"; expected a commit's whole id")]
    [InlineData("\"file\": \"customs.csv\"", "\"repository\": { \"url\": \"https://git.example/a\", \"tag\": \"-f\" }",
        "`baselines[0].repository.tag` is \"-f\"; expected a tag")]
    [InlineData("\"title\": \"The harbour\",", "\"title\": \"The harbour\", \"title\": \"x\",",
        "challenge.json:4: `title` a second time; expected each name once")]
    [InlineData("\"rule\": \"FirstAbove\"", "\"rule\": \"Rank\"",
        "challenge.json:20: no `rewards[0].place`; expected a place, 1 for the first")]
    [InlineData("\"kind\": \"table\",", "\"kind\": \"table\"", "challenge.json:7: no JSON (")]
    public void A_fault_names_file_line_what_was_found_and_what_was_expected(string good, string bad, string message)
    {
        Assert.Contains(good, Good, StringComparison.Ordinal);
        ChallengeFaultsException refused =
            Assert.Throws<ChallengeFaultsException>(() => Read(Good.Replace(good, bad, StringComparison.Ordinal)));
        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_faults_are_named_at_once()
    {
        string bad = Good.Replace("\"decimals\": 0", "\"decimals\": 10", StringComparison.Ordinal)
            .Replace("rules.md", "law.md", StringComparison.Ordinal)
                .Replace("\"set\": \"all\"", "\"sets\": \"all\"", StringComparison.Ordinal);
        File.Delete(Path.Combine(folder, "story.md"));
        IReadOnlyList<ChallengeFault> faults = Assert.Throws<ChallengeFaultsException>(() => Read(bad)).Faults;
        Assert.Equal(
            ["challenge.json:13", "challenge.json:22", "challenge.json:22", "challenge.json:25", "challenge.json:25", "law.md:0",
                "story.md:0"],
            faults.Select(fault => $"{fault.File}:{fault.Line}"));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("")]
    [InlineData("[1, 2]")]
    [InlineData("{\"phases\": [1], \"columns\": {}, \"table\": 7, \"kind\": [], \"rules\": \"x\", "
        + "\"tags\": [], \"picture\": 1, \"teams\": null}")]
    [InlineData("{\"name\": \"\\ud800\"}")]
    public void Nonsense_is_refused_and_never_crashes(string text)
    {
        Assert.NotEmpty(Assert.Throws<ChallengeFaultsException>(() => Read(text)).Faults);
    }

    [Theory]
    [InlineData("1 + 2 * 3", 7)]
    [InlineData("-(a - b) / 4", 0.75)]
    [InlineData("sqrt(max(a, b)) + abs(-1.5) * min(a, 2)", 3.5)]
    [InlineData("10 - 2 - 3", 5)]
    public void A_formula_is_computed_from_left_to_right(string text, double expected)
    {
        Formula formula = Formula.Parse(text);
        double[] values = [.. formula.Columns.Select(name => name == "a" ? 1.0 : 4.0)];
        Assert.Equal(expected, formula.Of(values));
    }

    [Theory]
    [InlineData(0.125, 2, "0.12")]
    [InlineData(-0.125, 2, "-0.12")]
    [InlineData(0.375, 2, "0.38")]
    [InlineData(1.005, 2, "1.00")]
    [InlineData(0.5, 0, "0")]
    [InlineData(1.5, 0, "2")]
    [InlineData(2.5, 0, "2")]
    [InlineData(0.0009765625, 9, "0.000976562")]
    [InlineData(4273.1255, 3, "4273.126")]
    [InlineData(4273.1254999, 3, "4273.125")]
    public void A_value_is_rounded_from_its_exact_bits(double value, int digits, string expected)
    {
        Assert.Equal(expected, Rounding.ToDigits(value, digits)!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Null(Rounding.ToDigits(double.NaN, digits));
    }

    private ChallengeFolder Read(string definition)
    {
        File.WriteAllText(Path.Combine(folder, "challenge.json"), definition);
        return ChallengeFolder.Read(folder);
    }
}
