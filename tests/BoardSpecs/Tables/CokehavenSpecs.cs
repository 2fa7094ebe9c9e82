using System.Text;
using Evaluator.Challenges.Tables;
using Evaluator.Specs;

namespace Evaluator.BoardSpecs.Tables;

/// <summary>The original harbour contest's own 80,000 answers, and what its application got wrong.</summary>
public class CokehavenSpecs
{
    private static readonly string? Folder = Find();

    /// <summary>
    /// The rows of the test table that R 4.2 draws for <c>set.seed(612); sample.int(79700, 100)</c> out of those that the customs' rule
    /// has not
    /// taken, as in the original's <c>douane_model.R</c>.
    /// </summary>
    private static readonly int[] DrawnRows =
    [
        847, 1387, 2353, 3650, 4170, 6124, 7775, 7853, 7865, 8094, 9407, 9614, 9930, 12436, 14453, 14562, 15545, 17005, 17147, 19563, 20284,
        21145, 21607, 21926, 25231, 26148, 26644, 27404, 29691, 30789, 31102, 31397, 32191, 32497, 32578, 32958, 33403, 34235, 34607, 35522,
        35706, 36753, 37531, 37880, 38329, 38621, 38716, 39074, 40837, 41141, 42849, 43904, 44465, 45541, 46098, 46274, 48511, 49119, 49469,
        49918, 50035, 50224, 51226, 51476, 52477, 52738, 53098, 54478, 55051, 55575, 55785, 57029, 57513, 57748, 57979, 58208, 59060, 61400,
        64009, 65473, 66862, 67084, 67427, 67738, 69787, 69851, 70224, 70803, 71369, 72197, 72678, 72737, 73238, 76358, 77476, 77962, 78659,
        79428, 79515, 79731,
    ];

    private static readonly string[] SouthAmerica =
    [
        "Argentinia", "Bolivia", "Brazil", "Chili", "Colombia", "Ecuador", "Guyana", "Paraguay", "Peru", "Suriname", "Uruguay", "Venezuela",
    ];

    private static readonly Lazy<string[]> Answers = new(() => Unpacked("testscoring.csv.xz"));
    private static readonly Lazy<string[]> Test = new(() => Unpacked("testset_cokehaven.csv.xz"));
    private static readonly Lazy<TableJudge> Judge = new(() => Contest(400).Open());

    [Fact]
    public void The_whole_harbour_has_6241_kilos()
    {
        SkipWithoutData();
        TableJudgement all = Contest(80_000).Judge(Table(Ids()));
        Assert.Equal((6241m, 631m), (all.Of("all")!.Values["sum"], all.Of("all")!.Values["count"]));
    }

    [Fact]
    public void The_customs_own_picks_find_88_kilos()
    {
        SkipWithoutData();
        string[] customs = CustomsPicks();
        Assert.Equal(400, customs.Distinct().Count());
        Assert.Equal(88m, Kilos(Table(customs)));
    }

    [Fact]
    public void The_best_400_find_5477_kilos()
    {
        SkipWithoutData();
        IEnumerable<string> best = Answers.Value.Skip(1).Select(line => line.Split(',')).Where(row => row[1] == "1")
            .OrderByDescending(row => int.Parse(row[2])).Select(row => row[0]);
        Assert.Equal(5477m, Kilos(Table(best.Take(400))));
    }

    [Fact]
    public void All_ids_are_too_many() => Refused(() => Table(Ids()), TableFaultKind.WrongCount, 1, "It has 80,000 rows");

    [Fact]
    public void One_id_less_is_too_few() => Refused(() => Table(Ids().Take(399)), TableFaultKind.WrongCount, 1, "It has 399 rows");

    [Fact]
    public void One_good_container_400_times_counts_once() =>
        Refused(() => Table(Enumerable.Repeat(Ids().First(), 400)), TableFaultKind.DoubledKey, 399, "line 3: gcn79000003, first on line 2");

    [Fact]
    public void An_unknown_id_is_named() =>
        Refused(() => Table(Ids().Take(399).Append("gcn79999999")), TableFaultKind.UnknownKey, 1, "line 401: gcn79999999");

    [Fact]
    public void Semicolons_are_named() =>
        Refused(() => Table(Ids().Take(400)).Replace("\n", ";1\n", StringComparison.Ordinal),
            TableFaultKind.WrongSeparator, 1, "line 1: semicolons");

    [Fact]
    public void UTF_16_is_named()
    {
        SkipWithoutData();
        byte[] table = [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Table(Ids().Take(400)))];
        TableFault fault = Assert.Single(TableContest.Judge(Judge.Value, table).Faults);
        Assert.Equal((TableFaultKind.NotUtf8, "UTF-16 (little-endian, with a byte-order mark)"), (fault.Kind, fault.First[0].Text));
    }

    [Fact]
    public void A_column_coke_kilo_of_the_competitors_changes_nothing()
    {
        SkipWithoutData();
        string[] customs = CustomsPicks();
        string table = "coke_kilo,containerid,coke_ind\n" + string.Concat(customs.Select(id => $"999,{id},1\n"));
        TableJudgement judgement = TableContest.Judge(Judge.Value, table);
        Assert.Equal(88m, judgement.Of("all")!.Values["sum"]);
        Assert.Contains("`coke_kilo`", judgement.Notes[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Line_ends_quotes_and_marks_change_nothing()
    {
        SkipWithoutData();
        string table = Table(CustomsPicks());
        Assert.Equal(88m, Kilos(table.Replace("\n", "\r\n", StringComparison.Ordinal)));
        Assert.Equal(88m, Kilos(table.Replace('\n', '\r')));
        Assert.Equal(88m, Kilos("\uFEFF" + table));
        Assert.Equal(88m, Kilos(table.TrimEnd('\n')));
        Assert.Equal(88m, Kilos("\"containerid\"\n" + string.Concat(CustomsPicks().Select(id => $"\"{id}\"\n"))));
        // As R's write.csv writes it, with row names.
        Assert.Equal(88m, Kilos("\"\",\"containerid\"\n" + string.Concat(CustomsPicks().Select((id, row) => $"\"{row + 1}\",\"{id}\"\n"))));
    }

    private static TableContest Contest(int picks) => new()
    {
        Task = TableContest.Picks(picks) with { Key = "containerid" },
        Columns = [TableContest.Measured("sum", of: "coke_kilo", decimals: 0), TableContest.Measured("count", of: "coke_ind", decimals: 0)],
        Answers = string.Join('\n', Answers.Value) + "\n",
    };

    private static void Refused(Func<string> table, TableFaultKind kind, int count, string first)
    {
        SkipWithoutData();
        TableJudgement judgement = TableContest.Judge(Judge.Value, table());
        TableFault fault = Assert.Single(judgement.Faults, found => found.Kind == kind);
        Assert.Equal((count, first), (fault.Count, fault.First[0].ToString()));
        Assert.Empty(judgement.Scores);
    }

    private static decimal Kilos(string table)
    {
        TableJudgement judgement = TableContest.Judge(Judge.Value, table);
        Assert.Empty(judgement.Faults);
        return judgement.Of("all")!.Values["sum"];
    }

    private static IEnumerable<string> Ids() => Answers.Value.Skip(1).Select(line => line[..line.IndexOf(',')]);

    private static string Table(IEnumerable<string> ids) => "containerid\n" + string.Concat(ids.Select(id => id + "\n"));

    /// <summary>South American fruit and vegetables, most stops first, then the heaviest: 300; and the 100 that were drawn.</summary>
    private static string[] CustomsPicks()
    {
        string[] header = Test.Value[0].Split(',');
        int country = Array.IndexOf(header, "land_van_afkomst"), cargo = Array.IndexOf(header, "lading");
        int stops = Array.IndexOf(header, "stops_in_between"), weight = Array.IndexOf(header, "weight");
        string[][] rows = [.. Test.Value.Skip(1).Select(line => line.Split(','))];
        IEnumerable<string> byRule = rows
            .Where(row => SouthAmerica.Contains(row[country]) && (row[cargo] is "Fruit" or "Groente"))
            .OrderByDescending(row => int.Parse(row[stops]))
            .ThenByDescending(row => double.Parse(row[weight], System.Globalization.CultureInfo.InvariantCulture))
            .Take(300).Select(row => row[0]);
        return [.. byRule, .. DrawnRows.Select(row => rows[row - 1][0])];
    }

    private static void SkipWithoutData() =>
        Assert.SkipWhen(Folder is null, "The original's tables are not here ($EVALUATOR_SHARED or ../shared, folder cokehaven).");

    private static string? Find()
    {
        string shared = Environment.GetEnvironmentVariable("EVALUATOR_SHARED") is { Length: > 0 } named
            ? named : Path.Combine(Specs.Repository.Root, "..", "shared");
        string folder = Path.Combine(shared, "cokehaven");
        return Directory.Exists(folder) ? folder : null;
    }

    private static string[] Unpacked(string file)
    {
        EndedProcess xz = EndedProcess.Of("xz", "-dc", Path.Combine(Folder!, file));
        Assert.True(xz.ExitCode == 0, xz.Error);
        return xz.Output.TrimEnd('\n').Split('\n');
    }
}
