using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using Evaluator.Contest;
using Evaluator.Contest.Calls;
using Evaluator.Contest.Lint;
using Evaluator.Contest.Package;
using Evaluator.Specs.Contest;

namespace Evaluator.Specs.Harness;

/// <summary>
/// The table "Shapes of files" of CONTEST.md, row by row and column by column: what it says is what happens, and `check` and `run` say
/// it in the same words. A row without a shape here, or a shape without a row, fails.
/// </summary>
public sealed class PackageShapeSpecs : IDisposable
{
    private const string Table = "geography/Parcels.csv";

    private static readonly string Locations = $"locations/loc-{SmallPackage.BlockGroup}.csv", Received = SmallPackage.Events("crm", 3),
        Predicted = SmallPackage.Events("emergencies", 9);

    private static readonly string[] Places = ["table", "locations", "predicted month", "received month"];

    private static readonly Dictionary<string, Action<SmallPackage, string>> Shapes = new(StringComparer.Ordinal)
    {
        ["UTF-8"] = (_, _) => { },
        ["UTF-8 with a byte-order mark"] = Bytes(text => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)]),
        ["line ends CR LF"] = Text(text => text.Replace("\n", "\r\n")),
        ["Windows-1252"] = Bytes(text => CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(text)),
        ["UTF-16, little end first, with a mark"] = Bytes(text => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)]),
        ["UTF-16, big end first, with a mark"] =
            Bytes(text => [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(text)]),
        ["UTF-16 without a mark"] = Bytes(Encoding.Unicode.GetBytes),
        ["line ends CR alone"] = Text(text => text.Replace('\n', '\r')),
        ["Git LFS pointer"] = Text(_ => "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 12345\n"),
        ["web page"] = Text(_ => "<!DOCTYPE html>\n<html><body>404</body></html>\n"),
        ["archive"] = Bytes(_ => [(byte)'P', (byte)'K', 3, 4, 0, 0, 1, 2, (byte)'\n', 5]),
        ["fields divided by commas"] = Text(text => text.Replace('\t', ',')),
        ["fields divided by semicolons"] = Text(text => text.Replace('\t', ';')),
        ["row names of R"] = Text(WithRowNames),
        ["rows shorter than the header"] = Text(text => text.Insert(text.IndexOf('\n'), "\tmore\tand more")),
        ["dates with an offset from UTC"] = Dates(" 13:00:00+02:00"),
        ["dates with a Z"] = Dates("T13:00:00Z"),
        ["dates that can't be read"] = Dates(" o'clock, or so"),
        ["a column of the contest's missing"] = Text(text => text.Replace("propID", "place").Replace("AddressID", "place")),
        ["empty"] = Text(_ => ""),
        ["missing"] = (tiny, name) => tiny.Remove(name),
        ["link to nowhere"] = (tiny, name) => File.CreateSymbolicLink(tiny.Remove(name).PathOf(name), tiny.PathOf("nowhere")),
        ["named pipe"] = (tiny, name) => Assert.Equal(0, mkfifo(tiny.Remove(name).PathOf(name), 0b110_000_000)),
    };

    private readonly SmallPackage tiny = SmallPackage.OfOneCase();

    public static TheoryData<string, string, string> Cells
    {
        get
        {
            var cells = new TheoryData<string, string, string>();
            foreach ((string shape, string[] outcomes) in RowsOfTheContest())
            {
                foreach ((string place, string outcome) in Places.Zip(outcomes).Where(cell => cell.Second != "–"))
                    cells.Add(shape, place, outcome);
            }
            return cells;
        }
    }

    [Fact]
    public void Every_row_of_the_contest_is_tried_and_every_shape_has_a_row() =>
        Assert.Equal(Shapes.Keys, RowsOfTheContest().Select(row => row.Shape));

    [Theory, MemberData(nameof(Cells))]
    public void What_the_contest_says_of_a_shape_is_what_happens_and_check_and_run_say_the_same(string shape, string place, string outcome)
    {
        Fill();
        IReadOnlyList<string> usual = Ran().Notes;
        Shapes[shape](tiny, NameOf(place));

        (string? refusal, IReadOnlyList<string> notes) = Ran();
        (string? checkedRefusal, IReadOnlyList<string> checkedNotes) = Checked();

        Assert.Equal(refusal, checkedRefusal);
        Assert.Equal(notes, checkedNotes);
        string[] unusual = [.. notes.Except(usual)];
        Assert.Equal(outcome, refusal is not null ? "refused" : unusual.Length > 0 ? "named" : "read");
        string fileName = Path.GetFileName(NameOf(place));
        if (refusal is not null)
            Assert.Contains(fileName, refusal);
        if (unusual.Length > 0 && shape != "missing")
            Assert.Contains(unusual, note => note.Contains(fileName, StringComparison.Ordinal));
        if (outcome == "read" && place == "predicted month")
            Assert.Equal(3, tiny.ReadTruth(9).Actual.EventCount);
    }

    [Fact]
    public void The_two_commands_print_the_same_sentences()
    {
        Fill();
        Shapes["UTF-16 without a mark"](tiny, Received);
        string[] run = NotesIn(Command("run", EvaluatorProgram.Predictor("Zero"), "--data", tiny.Folder, "--out", tiny.PathOf("run"))),
            check = NotesIn(Command("check", tiny.Folder));
        Assert.Contains(run, note => note.Contains("UTF-16", StringComparison.Ordinal));
        Assert.Equal(run, check);

        Shapes["web page"](tiny, Predicted);
        EvaluatorProgram refused = Command("run", EvaluatorProgram.Predictor("Zero"), "--data", tiny.Folder, "--out", tiny.PathOf("two"));
        EvaluatorProgram linted = Command("check", tiny.Folder);
        Assert.Equal((2, 2), (refused.ExitCode, linted.ExitCode));
        string refusal = refused.Error[(refused.Error.IndexOf("evaluator: ", StringComparison.Ordinal) + "evaluator: ".Length)..].Trim();
        Assert.Contains(Path.GetFileName(Predicted), refusal);
        Assert.Contains(refusal, linted.Output);
    }

    public void Dispose() => tiny.Dispose();

    /// <summary>On a console so wide that no sentence is broken.</summary>
    private static EvaluatorProgram Command(params string[] arguments)
    {
        using Process process = EvaluatorProgram.Start(new Dictionary<string, string> { ["COLUMNS"] = "4000" }, arguments);
        return EvaluatorProgram.End(process);
    }

    private static string[] NotesIn(EvaluatorProgram said) =>
        [.. said.Output.Split('\n').Where(line => line.StartsWith("note", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    /// <summary>Something of every kind, with a letter that tells encodings apart.</summary>
    private void Fill() => tiny
        .Write(Table, "Ref_ID\tAddressID\tnote\n7\t1\tcaf\u00e9\n7\t2\tcaf\u00e9\n")
        .Write(Locations, "Ref_ID\tpropID\tnote\n7\tA1\tcaf\u00e9\n7\tA2\tcaf\u00e9\n8\tI1\tcaf\u00e9\n")
        .Write(Predicted, "propID\tfinal_type\tnote\tdate\nA1\tNOISE\tcaf\u00e9\t2011-09-05\nA2\tEMS\tcaf\u00e9\t2011-09-06\n"
            + "I1\tFIGHT\tcaf\u00e9\t2011-09-07\n")
        .Write(Received, "CASE_ENQUIRY_ID\tOPEN_DT\tnote\tpropID\n1\t2011-03-05\tcaf\u00e9\tA1\n2\t2011-03-06\tcaf\u00e9\tA2\n"
            + "3\t2011-03-06\tcaf\u00e9\tA2\n");

    /// <summary>What a run says: its refusal, or its notes when all cases were played.</summary>
    private (string? Refusal, IReadOnlyList<string> Notes) Ran()
    {
        try
        {
            DataPackage package = tiny.Open();
            package.RequireRunnable(package.Set("all"), CallingSequence.Official);
            using FinishedRun run = FinishedRun.Of(EvaluatorProgram.Predictor("Zero"), package);
            return (null, package.Notes);
        }
        catch (PackageException refused)
        {
            return (refused.Message, []);
        }
    }

    private (string? Refusal, IReadOnlyList<string> Notes) Checked()
    {
        try
        {
            LintReport report = PackageLint.Check(tiny.Folder);
            return (report.WhyNotRunnable, report.Notes);
        }
        catch (PackageException refused)
        {
            return (refused.Message, []);
        }
    }

    private static string NameOf(string place) => place switch
    {
        "table" => Table,
        "locations" => Locations,
        "predicted month" => Predicted,
        _ => Received,
    };

    private static List<(string Shape, string[] Outcomes)> RowsOfTheContest()
    {
        string[] lines = File.ReadAllLines(Path.Combine(Repository.Root, "harness", "Contest", "CONTEST.md"));
        int head = Array.FindIndex(lines, line => line.StartsWith("| shape |", StringComparison.Ordinal));
        Assert.Equal(["shape", .. Places], Cut(lines[head]));
        return [.. lines.Skip(head + 2).TakeWhile(line => line.StartsWith('|')).Select(Cut).Select(row => (row[0], row[1..]))];
    }

    private static string[] Cut(string row) => [.. row.Trim('|').Split('|').Select(cell => cell.Trim())];

    private static Action<SmallPackage, string> Bytes(Func<string, byte[]> written) =>
        (tiny, name) => tiny.Write(name, written(File.ReadAllText(tiny.PathOf(name))));

    private static Action<SmallPackage, string> Text(Func<string, string> written) => Bytes(text => Encoding.UTF8.GetBytes(written(text)));

    /// <param name="rest">Goes behind each day.</param>
    private static Action<SmallPackage, string> Dates(string rest) => Text(text => System.Text.RegularExpressions.Regex.Replace(
        text, @"2011-\d\d-\d\d", day => rest.StartsWith(" o'", StringComparison.Ordinal) ? rest : day.Value + rest));

    private static string WithRowNames(string text) =>
        string.Concat(text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select((row, i) => i == 0 ? $"{row}\n" : $"{i}\t{row}\n"));

    [DllImport("libc.so.6", CharSet = CharSet.Ansi)]
    private static extern int mkfifo(string path, uint mode);
}
