using System.Text;
using Evaluator.Challenges.Tables;

namespace Evaluator.BoardSpecs.Tables;

/// <summary>
/// Mutated tables, judged and read by the plain second reader: no crash, no hang, and the same of both: what one refuses the other does not
/// accept, and what is accepted has the same score. A million bytes here, a hundred million in the soak.
/// </summary>
public class TableFuzzSpecs
{
    private const int Largest = 60_000;

    // As Rounding has it.
    private const double LargestValue = 7.9e27;

    private static readonly string[] Keys = ["a", "b", "c,d", "é", "\"q\"", "1", "01", "漢字", "x y", "#"];

    private static readonly double[] Truth = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

    private static readonly TableJudge Picks = new TableContest
    {
        Task = TableContest.Picks(3) with { LargestBytes = Largest },
        Columns = [TableContest.Measured("sum", of: "truth", decimals: 3)],
        Answers = Answers(),
    }.Open();

    private static readonly TableJudge Predictions = new TableContest
    {
        Task = TableContest.Predictions() with { LargestBytes = Largest },
        Columns = [TableContest.Measured("mae", isLess: true, decimals: 3)],
        Answers = Answers(),
    }.Open();

    private static readonly byte[][] Splices =
    [
        .. ((string[])[
            "\"", "\"\"", ",", ";", "\t", "\n", "\r", "\r\n", "\n\n", "\0", "#", "NaN", "nan", "inf", "-Infinity", "1e400", "1e-400", "1,5",
            " 1", "1 ", "+1", "0x1", "1_0", "١", "a", "id", "value", "id,value\n", "é", "\uFEFF", "\u2028", "\u0085", "-", ".", "1.", ".5",
            "1e5", "1e", "e1", "--1", new string('x', 16_100), new string('9', 400)]).Select(Encoding.UTF8.GetBytes),
        [0xFF], [0xC3], [0xED, 0xA0, 0x80], [0xF0, 0x9F, 0x98, 0x80], [0xFF, 0xFE], [0xC0, 0x80],
    ];

    private readonly ITestOutputHelper output;

    public TableFuzzSpecs(ITestOutputHelper output) => this.output = output;

    [Fact]
    public void A_mutated_table_is_judged_as_the_plain_reader_reads_it()
    {
        bool isSoak = Environment.GetEnvironmentVariable("EVALUATOR_SOAK") == "1";
        long budget = isSoak ? 100_000_000 : 1_000_000, seen = 0;
        int tables = 0, accepted = 0;
        int seed = isSoak ? Environment.TickCount : 16;
        output.WriteLine($"seed {seed}");
        Random random = new(seed);
        while (seen < budget)
        {
            bool isPicks = random.Next(2) == 0;
            byte[] table = Mutated(isPicks ? PicksTable(random) : PredictionsTable(random), random);
            TableJudgement judgement = TableContest.Judge(isPicks ? Picks : Predictions, table);
            double? expected = isPicks ? OfPicks(table) : OfPredictions(table);
            decimal? found = judgement.IsAccepted ? judgement.Of("all")!.Values.Values.Single() : null;
            Assert.True(AreEqual(expected, found), $"seed {seed}, table {tables}: {found} where the plain reader has {expected}\n"
                + $"{string.Join('\n', judgement.Faults)}\n{Convert.ToHexString(table.AsSpan(0, Math.Min(table.Length, 4000)))}");
            seen += table.Length;
            tables++;
            accepted += judgement.IsAccepted ? 1 : 0;
        }
        output.WriteLine($"{tables} tables of {seen} bytes, {accepted} accepted");
        // Mutations that leave nothing to accept would show nothing.
        Assert.InRange(accepted, tables / 50, tables - tables / 50);
    }

    private static string Answers() => "id,truth\n" + string.Concat(Keys.Select((key, row) => $"{Quoted(key)},{Truth[row]}\n"));

    private static string Quoted(string field) => $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static byte[] PicksTable(Random random)
    {
        string[] picks = random.GetItems(Keys, 3);
        IEnumerable<string> listed = random.Next(3) > 0 ? picks.Distinct() : picks;
        return Encoding.UTF8.GetBytes("id\n" + string.Concat(listed.Select(key => Written(key, random) + "\n")));
    }

    private static byte[] PredictionsTable(Random random)
    {
        string[] keys = [.. Keys];
        random.Shuffle(keys);
        string end = random.Next(3) == 0 ? "\r\n" : "\n";
        bool hasMore = random.Next(3) == 0;
        StringBuilder table = new($"id,{(hasMore ? "more," : "")}value{end}");
        foreach (string key in keys)
            table.Append($"{Written(key, random)},{(hasMore ? "\"x,\"," : "")}{random.Next(-50, 100) / 10.0:0.###}{end}");
        return Encoding.UTF8.GetBytes(table.ToString());
    }

    private static string Written(string key, Random random) =>
        random.Next(4) == 0 || key.AsSpan().ContainsAny(",\"") ? Quoted(key) : key;

    private static byte[] Mutated(byte[] table, Random random)
    {
        List<byte> bytes = [.. table];
        for (int mutation = random.Next(4); mutation > 0 && bytes.Count > 0; mutation--)
        {
            int place = random.Next(bytes.Count);
            switch (random.Next(5))
            {
                case 0:
                    bytes[place] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(place, Math.Min(random.Next(1, 6), bytes.Count - place));
                    break;
                case 2:
                    bytes.InsertRange(place, bytes.GetRange(place, Math.Min(random.Next(1, 30), bytes.Count - place)));
                    break;
                default:
                    bytes.InsertRange(place, Splices[random.Next(Splices.Length)]);
                    break;
            }
        }
        return [.. bytes];
    }

    /// <summary>Both none, or equal but for rounding: the plain reader adds plainly.</summary>
    private static bool AreEqual(double? expected, decimal? found) => expected.HasValue == found.HasValue
        && (found is null || Math.Abs(expected!.Value - (double)found) <= 0.0006 + 1e-12 * Math.Abs(expected.Value));

    private static double? OfPicks(byte[] table)
    {
        Dictionary<string, string[]>? read = PlainReader.Read(table, "id", [], [.. Keys], Largest);
        return read is { Count: 3 } ? read.Keys.Sum(key => Truth[Array.IndexOf(Keys, key)]) : null;
    }

    private static double? OfPredictions(byte[] table)
    {
        Dictionary<string, string[]>? read = PlainReader.Read(table, "id", ["value"], [.. Keys], Largest);
        if (read is null || read.Count != Keys.Length || read.Values.Any(values => PlainReader.Number(values[0]) is null))
            return null;
        double sum = read.Sum(row => Math.Abs(PlainReader.Number(row.Value[0])!.Value - Truth[Array.IndexOf(Keys, row.Key)]));
        // What can't be recorded as a decimal is no score.
        return sum / Keys.Length < LargestValue ? sum / Keys.Length : null;
    }
}
