using System.Globalization;
using Evaluator.Challenges;
using Evaluator.Specs;
using Evaluator.Standings.Contests;
using Evaluator.Standings.Disclosure;
using Evaluator.Standings.Log;
using Evaluator.Standings.Log.Bodies;
using Evaluator.Standings.Results;
using Evaluator.Standings.Sealing;
using Evaluator.Standings.Tables;

namespace Evaluator.BoardSpecs.Standings;

/// <summary>
/// TrackML's table of 26 teams (phase 2 on CodaLab): each column with its own rank, best first, equal values with equal ranks; mean of
/// ranks and Pareto
/// front checked by hand.
/// </summary>
public class TrackMlSpecs
{
    private static readonly string[] Columns =
        ["score", "accuracy_mean", "accuracy_std", "computation_time_sec", "computation_speed_percent", "duration"];

    private static readonly int[] Decimals = [4, 3, 2, 2, 2, 2];

    [Fact]
    public void Each_column_is_ranked_best_first_and_equals_are_equal()
    {
        StandingsTable table = Table(new Ranking(RankingRule.InOrder, ["score"]));
        Assert.Equal(26, table.Count);
        // Score: seven teams above 0, nineteen at 0 share the eighth place.
        Assert.Equal(["sgorbuno", "fastrack", "cloudkitchen", "cubus", "Taka", "Vicennial", "Sharad"],
            table.Rows(0, 7).Select(row => row.Team));
        ForEvery.In(table.Rows(7, 19), row => Assert.Equal(8, row.Rank));
        // Two at 0.944, then 0.926; the three with deviation 0 share the first place. fastrack's speed of 1.11 is behind
        // 14 between 0.96 and 1.00 and sgorbuno's 0.36; khavo is last in deviation (0.03), time, speed and duration.
        Assert.Equal([1, 1, 1, 1, 1, 1], table.RowOf("sgorbuno")!.ColumnRanks.Select(rank => rank!.Value));
        Assert.Equal([2, 1, 1, 2, 16, 16], table.RowOf("fastrack")!.ColumnRanks.Select(rank => rank!.Value));
        Assert.Equal([3, 3, 1, 18, 18, 18], table.RowOf("cloudkitchen")!.ColumnRanks.Select(rank => rank!.Value));
        Assert.Equal([8, 8, 26, 26, 26, 26], table.RowOf("khavo")!.ColumnRanks.Select(rank => rank!.Value));
    }

    [Fact]
    public void The_mean_of_ranks_is_the_one_computed_by_hand()
    {
        StandingsTable table = Table(new Ranking(RankingRule.MeanOfRanks, ["accuracy_mean", "computation_time_sec"]));
        // Accuracy and time: 1 and 1; 1 and 2; then those at 0.002 share the 15th place in accuracy, and are the 3rd, 4th, 5th, 6th in
        // time;
        // cloudkitchen is 3rd and 18th, harshakoundinya 13th and 8th.
        Assert.Equal(
            ["1 sgorbuno 1", "2 fastrack 1.5", "3 BimBomBom 9", "4 iwit 9.5", "5 droussea_naif 10", "6 cloudkitchen 10.5",
                "6 harshakoundinya 10.5", "6 yangguo 10.5"],
            table.Rows(0, 8).OrderBy(row => row.Rank).ThenBy(row => row.Team, StringComparer.Ordinal)
                .Select(row => string.Create(CultureInfo.InvariantCulture, $"{row.Rank} {row.Team} {row.MeanRank!.Value:0.##}")));
    }

    [Fact]
    public void The_pareto_front_is_the_one_found_by_hand()
    {
        StandingsTable table = Table(new Ranking(RankingRule.InOrder, ["score"]));
        // Nobody is more accurate than sgorbuno, and nobody faster.
        Assert.Equal(["sgorbuno"], ParetoFront.Of(table.All(), table.Columns, 1, 3).Select(row => row.Team));
        // Speed against duration without the two at the top: 0.96 and 85 s, twice; nothing is less in either.
        IEnumerable<StandingRow> others = table.All().Where(row => row.Team is not ("sgorbuno" or "fastrack"));
        Assert.Equal(
            ["droussea_naif", "iwit"], ParetoFront.Of(others, table.Columns, 4, 5).Select(row => row.Team).Order(StringComparer.Ordinal));
        // Accuracy against time without those two: the most accurate, and each that is faster than all more accurate ones.
        Assert.Equal(["cloudkitchen", "WeizmannAI", "harshakoundinya", "BimBomBom"],
            ParetoFront.Of(others, table.Columns, 1, 3).Select(row => row.Team));
    }

    [Fact]
    public void The_fastest_above_an_accuracy_is_a_view()
    {
        (Contest contest, ContestPhase phase) = Contest(new Ranking(RankingRule.InOrder, ["score"]));
        Assert.Equal(
            ["1 sgorbuno", "2 fastrack", "3 cloudkitchen", "4 cubus", "5 Vicennial", "6 Taka"],
            contest.BestWithin(phase, "computation_time_sec", [("accuracy_mean", 0.8m)]).Select(row => $"{row.Rank} {row.Team}"));
    }

    private static StandingsTable Table(Ranking ranking)
    {
        (Contest contest, ContestPhase phase) = Contest(ranking);
        return contest.Provisional(phase, Audience.Public);
    }

    private static (Contest Contest, ContestPhase Phase) Contest(Ranking ranking)
    {
        string shared = Environment.GetEnvironmentVariable("EVALUATOR_SHARED") ?? Path.Combine(Repository.Root, "..", "shared");
        string file = Path.Combine(shared, "trackml.tsv");
        Assert.SkipUnless(File.Exists(file), "no shared folder: EVALUATOR_SHARED names it");
        string[][] rows = [.. File.ReadAllLines(file).Skip(1).Where(line => line.Length > 0).Select(line => line.Split('\t'))];
        Dictionary<Digest, string> texts = [];
        List<EntryBody> bodies =
        [
            new ContestSet
            {
                Title = "TrackML", Kind = ChallengeKind.Table, Tags = [], SignIn = SignIn.Open, RulesVersion = 1, Rules = Digest.Of("r"),
                    Definition = Digest.Of("d"),
                Columns =
                    [.. Columns.Select(
                        (name, i) => new Column { Name = name, Title = name, Direction = i < 2 ? Direction.More : Direction.Less,
                            Decimals = Decimals[i] })],
            },
            new PhaseSet(new Phase { Name = "two", Title = "Two", Opens = Samples.Start, Set = "all", Ranking = ranking }),
        ];
        foreach (string[] row in rows)
        {
            string text = new ResultValues(Columns.Select((name, i) => (name, decimal.Parse(row[i + 3], CultureInfo.InvariantCulture)))
                .ToDictionary(), null).ToText();
            Digest seal = Digest.Of(text + row[0]);
            texts[seal] = text;
            bodies.Add(new TeamMade(row[0], default));
            bodies.Add(new SubmissionAccepted
            {
                Submission = "s-" + row[0],
                Team = row[0],
                Phase = "two",
                Content = seal,
                Bytes = 1,
                Format = "csv"
            });
            bodies.Add(new EvaluationRecorded
            {
                Submission = "s-" + row[0],
                Set = "all",
                Generation = 0,
                Outcome = Outcome.Scored,
                Values = seal
            });
        }
        Contest contest = new(seal => texts.GetValueOrDefault(seal));
        foreach (Entry entry in bodies.Select((body, i) => new Entry(i + 1, Samples.Start, "trackml", "board", body, default, default)))
            contest.Apply(entry);
        return (contest, contest.Phase("two")!);
    }
}
