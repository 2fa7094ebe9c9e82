using System.Text;
using Evaluator.Contest;
using Evaluator.Contest.Calls;
using Evaluator.Contest.Lint;
using Evaluator.Contest.Package;

namespace Evaluator.Specs.Contest;

/// <summary>
/// Files of another form than was meant: encodings, line ends, placeholders, row names, pipes. Each is read as it was meant, or refused, or
/// named by
/// the run; none silently becomes another score.
/// </summary>
public sealed class PackageFormSpecs : IDisposable
{
    private const string Rows = "A1\tNOISE\t1\t2011-09-05\nA2\tEMS\t1\t2011-09-06\nI1\tFIGHT\tcaf\u00e9\t2011-09-07\n";

    private static readonly string Autumn = SmallPackage.Events("emergencies", 9), Received = SmallPackage.Events("crm", 3);

    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    private readonly SmallPackage tiny = SmallPackage.OfOneCase();

    private static readonly Dictionary<string, Func<string, byte[]>> Encodings = new(StringComparer.Ordinal)
    {
        ["UTF-8"] = text => new UTF8Encoding(false).GetBytes(text),
        ["UTF-8 with a mark"] = text => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)],
        ["Windows-1252"] = text => Windows1252.GetBytes(text),
        ["UTF-16LE with a mark"] = text => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)],
        ["UTF-16BE with a mark"] = text => [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(text)],
        ["UTF-16LE"] = text => Encoding.Unicode.GetBytes(text),
    };

    public static TheoryData<string, string, string> Forms
    {
        get
        {
            var forms = new TheoryData<string, string, string>();
            foreach (string file in new[] { "geography/Addresses.csv", "geography/Parcels.csv", "locations", "autumn", "received",
                "geography/Emergency_Type_Code_Table.csv" })
            {
                foreach (string encoding in Encodings.Keys)
                {
                    foreach (string lineEnd in new[] { "LF", "CRLF", "CR" })
                        forms.Add(file, encoding, lineEnd);
                }
            }
            return forms;
        }
    }

    [Theory, MemberData(nameof(Forms))]
    public void A_file_in_any_encoding_and_line_end_is_read_as_it_was_meant_or_refused_or_named(
        string file, string encoding, string lineEnd)
    {
        tiny.WriteEmergencies(9, Rows).Write(Received, "CASE_ENQUIRY_ID\tTYPE\tpropID\n1\tcaf\u00e9\tA1\n2\tx\tA2\n");
        int meant = tiny.ReadTruth(9).Actual.EventCount;
        string name = file switch
        {
            "locations" => $"locations/loc-{SmallPackage.BlockGroup}.csv",
            "autumn" => Autumn,
            "received" =>
            Received,
            _ => file
        };
        string text = File.ReadAllText(tiny.PathOf(name)).Replace("\n", lineEnd switch { "LF" => "\n", "CRLF" => "\r\n", _ => "\r" });
        tiny.Write(name, Encodings[encoding](text));

        bool usable = lineEnd != "CR" && !encoding.StartsWith("UTF-16", StringComparison.Ordinal);
        if (usable)
        {
            tiny.Notes();
            Assert.Equal(3, meant);
            Assert.Equal(meant, tiny.ReadTruth(9).Actual.EventCount);
        }
        else
        {
            string said = file == "received" ? NotesAfterReading() : tiny.Refusal();
            Assert.Contains(Path.GetFileName(name), said);
            Assert.Contains(encoding.StartsWith("UTF-16", StringComparison.Ordinal) ? "UTF-16" : "CR alone", said);
            Assert.Contains(PackageLint.Check(tiny.Folder).Findings, finding => finding.Fault == DataFault.NoTable);
        }
    }

    [Theory]
    [InlineData("version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 12345\n", "Git LFS pointer")]
    [InlineData("\n  <!DOCTYPE html>\n<html><body>404</body></html>\n", "web page")]
    [InlineData("PK\u0003\u0004\n\u0001x", "binary")]
    [InlineData("LocationID,BG_ID\n1,2\n", "commas")]
    [InlineData("LocationID;BG_ID\n1;2\n", "semicolons")]
    public void A_placeholder_or_another_kind_of_table_is_refused_by_name(string text, string what)
    {
        string refusal = tiny.Write("geography/Addresses.csv", text).Refusal();
        Assert.Contains("Addresses.csv is", refusal);
        Assert.Contains(what, refusal);
        Assert.Contains(refusal, PackageLint.Check(tiny.Folder).WhyNotRunnable);
    }

    [Fact]
    public void An_autumn_of_which_nothing_can_be_placed_is_refused_unless_the_organiser_wants_it_so()
    {
        tiny.WriteEmergencies(9, Rows.Replace("2011-09", "05.09.11 "));
        Assert.Contains("none of its 3 rows can be placed (3 with a date that can't be read)", tiny.Refusal());
        tiny.Open().RequireRunnable([SmallPackage.BlockGroup], CallingSequence.Official, EmptyMonths.Allowed);
    }

    [Fact]
    public void Row_names_in_front_of_the_columns_are_named()
    {
        string[] rows = Rows.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        tiny.WriteEmergencies(9, string.Concat(rows.Select((row, i) => $"{i + 1}\t{row}\n")));
        Assert.Contains("row names of R", tiny.Refusal());
        tiny.WriteEmergencies(9, Rows).Write(Received, "CASE_ENQUIRY_ID\tTYPE\tpropID\n1\t7\tx\tA1\n2\t8\tx\tA2\n");
        Assert.Contains("row names of R", NotesAfterReading());
    }

    [Fact]
    public void A_named_pipe_is_named_and_not_waited_for()
    {
        tiny.Remove(Received);
        Assert.Equal(0, mkfifo(tiny.PathOf(Received), 0b110_000_000));
        Assert.Contains("is a named pipe", tiny.Refusal());
    }

    [Theory]
    [InlineData("2011-09-05 13:00:00+00")]
    [InlineData("2011-09-05T13:00:00Z")]
    [InlineData("2011-09-05 13:00:00.123-04:00")]
    [InlineData("2011-09-05 13:00:00 UTC")]
    public void An_offset_behind_a_time_does_not_make_a_date_unreadable(string date) =>
        Assert.Equal(1, tiny.WriteEmergencies(9, $"A1\tNOISE\t1\t{date}\n").ReadTruth(9).Actual.EventCount);

    public void Dispose() => tiny.Dispose();

    private string NotesAfterReading()
    {
        DataPackage package = tiny.Open();
        package.RequireRunnable([SmallPackage.BlockGroup], CallingSequence.Official, EmptyMonths.Allowed);
        package.ReadMonth(SmallPackage.BlockGroup, 3).Dispose();
        return string.Join('\n', package.Notes);
    }

    [System.Runtime.InteropServices.DllImport("libc.so.6", CharSet = System.Runtime.InteropServices.CharSet.Ansi)]
    private static extern int mkfifo(string path, uint mode);
}
