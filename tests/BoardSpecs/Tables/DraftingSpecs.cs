using System.Text;
using Evaluator.Challenges;
using Evaluator.Challenges.Drafting;
using Evaluator.Challenges.Lint;
using Evaluator.Challenges.Reading;
using Evaluator.Challenges.Tables;

namespace Evaluator.BoardSpecs.Tables;

/// <summary>A challenge that is made of a table of answers: what is proposed, and that it works at once.</summary>
public sealed class DraftingSpecs : IDisposable
{
    private readonly ScratchFolder scratch = new();

    public void Dispose() => scratch.Dispose();

    [Theory]
    [InlineData("id,price", TableShape.Predictions, "rmse", "10.5", "11.5", "12.5", "13.25")]
    [InlineData("id,sick", TableShape.Predictions, "roc_auc", "0", "1")]
    [InlineData("id,grade", TableShape.Predictions, "quadratic_weighted_kappa", "1", "2", "3", "4")]
    [InlineData("id,animal", TableShape.Predictions, "accuracy", "cat", "dog", "cow")]
    [InlineData("id,answer", TableShape.Predictions, "accuracy", "ja", "nee")]
    public void A_metric_follows_from_the_kind_of_the_truth(string header, TableShape shape, string metric, params string[] values)
    {
        Challenge challenge = Draft(Table(header, row => values[row % values.Length])).Challenge;
        Assert.Equal((shape, metric), (challenge.Table!.Shape, challenge.Columns[0].Metric!.Name));
    }

    [Fact]
    public void An_amount_that_only_hits_have_is_picked_for()
    {
        Challenge challenge = Draft(Table("containerid,coke_ind,coke_kilo", row => row % 50 == 0 ? $"1,{row % 7}" : "0,0")).Challenge;
        Assert.Equal((TableShape.Picks, 2), (challenge.Table!.Shape, challenge.Table.Picks));
        Assert.Equal(["sum of coke_kilo", "count of coke_ind"],
            challenge.Columns.Select(column => $"{column.Metric!.Name} of {column.Metric.Of}"));
    }

    [Fact]
    public void What_is_drafted_scores_its_own_sample_and_has_nothing_to_lint()
    {
        (string, Func<int, string>)[] tables =
        [
            ("id,sick", row => row % 9 == 0 ? "1" : "0"), ("key,\"the, price\",weight", row => $"{row * 1.5},{row % 3}"),
            ("a,b", row => $"c{row % 4}"),
        ];
        foreach ((string header, Func<int, string> value) in tables)
        {
            string folder = Path.Combine(scratch.Path, header.Length.ToString());
            Draft(Table(header, value), folder: folder);
            LintedChallenge linted = ChallengeLint.Check(folder);
            Assert.Empty(linted.Findings);
            Assert.NotNull(linted.Summary);
        }
    }

    [Fact]
    public void Provisional_and_final_have_every_class_in_its_share()
    {
        ChallengeFolder drafted = Draft(Table("id,sick", row => row % 40 == 0 ? "1" : "0"));
        string[][] rows = [.. File.ReadAllLines(drafted.SecretOf("answers.csv")).Skip(1).Select(line => line.Split(','))];
        Assert.Equal(3, rows.Count(row => row[1] == "1" && row[2] == "provisional"));
        Assert.Equal(7, rows.Count(row => row[1] == "1" && row[2] == "final"));
        Assert.Equal(117, rows.Count(row => row[1] == "0" && row[2] == "provisional"));
        Assert.Equal(("provisional", "final"), (drafted.Challenge.Phases[0].Set, drafted.Challenge.Phases[0].FinalSet));
    }

    [Fact]
    public void The_same_seed_makes_the_same_split_and_another_one_another()
    {
        string table = Table("id,sick", row => row % 4 == 0 ? "1" : "0");
        string[] splits = [.. ((byte[])[1, 1, 2]).Select((seed, place) =>
            File.ReadAllText(Draft(table, seed: seed, folder: Path.Combine(scratch.Path, $"{place}")).SecretOf("answers.csv")))];
        Assert.Equal(splits[0], splits[1]);
        Assert.NotEqual(splits[0], splits[2]);
    }

    [Fact]
    public void The_test_tables_order_tells_nothing_of_the_answers()
    {
        ChallengeFolder drafted = Draft(Table("id,sick", row => row < 200 ? "1" : "0"));
        string[] keys = [.. File.ReadAllLines(drafted.FileOf("test.csv")).Skip(1)];
        Assert.InRange(keys.Take(200).Count(key => int.Parse(key[1..]) < 200), 70, 130);
    }

    [Theory]
    [InlineData("id,x\na,1\na,1\nb,1\n", "`id` comes nearest: it is a on line 3 as on line 2")]
    [InlineData("id,x\n,1\n,1\nb,1\n", "is empty in some rows")]
    [InlineData("id,x\na,1\nb,1\n", "in every row")]
    [InlineData("id\na\nb\n", "1 columns")]
    [InlineData("id;x\na;1\nb;2\n", "parted by commas")]
    [InlineData("id,x\na,1\nb\n", "line 3")]
    [InlineData("id,x,x\na,1,1\nb,2,2\n", "twice")]
    public void Of_a_table_that_is_no_answers_no_challenge_is_made(string table, string message)
    {
        Assert.Contains(message, Assert.Throws<DraftException>(() => Draft(table)).Message, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(scratch.Path));
    }

    [Fact]
    public void What_can_not_be_read_is_said_in_words()
    {
        DraftWishes wishes = new() { Name = "drafted", Seed = new byte[32], Opens = DateTimeOffset.UnixEpoch };
        byte[] table = [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("id,x\na,1\nb,2\n")];
        string message = Assert.Throws<DraftException>(
            () => ChallengeDrafting.Write(Path.Combine(scratch.Path, "challenge"), new MemoryStream(table), null, wishes)).Message;
        Assert.Contains("It is not UTF-8. Save it as", message, StringComparison.Ordinal);
        Assert.Contains("UTF-16 (little-endian", message, StringComparison.Ordinal);
    }

    private static string Table(string header, Func<int, string> value) =>
        header + "\n" + string.Concat(Enumerable.Range(0, 400).Select(row => $"r{row},{value(row)}\n"));

    private ChallengeFolder Draft(string table, byte seed = 1, string? folder = null)
    {
        folder ??= Path.Combine(scratch.Path, "challenge");
        DraftWishes wishes = new() { Name = "drafted", Seed = [.. Enumerable.Repeat(seed, 32)], Opens = DateTimeOffset.UnixEpoch };
        ChallengeDrafting.Write(folder, new MemoryStream(Encoding.UTF8.GetBytes(table)), null, wishes);
        return ChallengeFolder.Read(folder);
    }
}
