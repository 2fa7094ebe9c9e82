using Evaluator.Contest;
using Evaluator.Contest.Calls;
using Evaluator.Contest.Cases;
using Evaluator.Contest.Package;
using Evaluator.Contest.Truth;

namespace Evaluator.Specs.Contest;

/// <summary>What refuses a package before a run, and what is only counted.</summary>
public sealed class ReadinessSpecs : IDisposable
{
    private readonly SmallPackage tiny = SmallPackage.OfOneCase();

    public static TheoryData<string> NeededTables =>
    [
        "Parcels.csv", "Addresses.csv", "Street_segments.csv", "Intersections.csv", "Census_Block_Groups.csv", "Foreclosure_Deeds.csv",
        "Foreclosure_Distressed_Props.csv", "Foreclosure_Petitions.csv", "Foreclosure_REOs.csv", "Emergency_Type_Code_Table.csv",
    ];

    [Fact]
    public void A_whole_package_is_runnable() => Assert.Empty(tiny.Notes());

    [Theory, MemberData(nameof(NeededTables))]
    public void A_missing_table_is_named(string table) => Assert.Contains(table, tiny.Remove("geography/" + table).Refusal());

    [Fact]
    public void All_missing_files_are_named_at_once()
    {
        string september = SmallPackage.Events("emergencies", 9);
        string message = tiny.Remove("geography/Parcels.csv").Remove("geography/Addresses.csv").Remove(september).Refusal();
        Assert.Contains("Parcels.csv", message);
        Assert.Contains("Addresses.csv", message);
        Assert.Contains(Path.GetFileName(september), message);
    }

    [Theory]
    [InlineData("Parcels.csv", "AddressID")]
    [InlineData("Parcels.csv", "Ref_ID")]
    [InlineData("Intersections.csv", "propID")]
    [InlineData("Intersections.csv", "Ref_ID")]
    [InlineData("Census_Block_Groups.csv", "BG_ID")]
    [InlineData("Emergency_Type_Code_Table.csv", "final_type")]
    [InlineData("Emergency_Type_Code_Table.csv", "MedEmerg")]
    public void A_header_without_a_needed_column_is_refused(string table, string column)
    {
        string text = File.ReadAllText(tiny.PathOf("geography/" + table)).Replace(column, "other");
        string message = tiny.Write("geography/" + table, text).Refusal();
        Assert.Contains($"{table}, line 1", message);
        Assert.Contains($"'{column}'", message);
    }

    [Fact]
    public void A_table_that_is_empty_is_refused() =>
        Assert.Contains("Parcels.csv, line 1: the file is empty", tiny.Write("geography/Parcels.csv", "").Refusal());

    [Fact]
    public void A_table_in_UTF16_is_refused_with_a_hint()
    {
        tiny.Write("geography/Parcels.csv", System.Text.Encoding.Unicode.GetBytes("\uFEFFRef_ID\tAddressID\n7\t1\n"));
        Assert.Contains("UTF-16", tiny.Refusal());
    }

    [Fact]
    public void A_case_without_a_location_file_is_refused() =>
        Assert.Contains($"loc-{SmallPackage.BlockGroup}.csv", tiny.Remove($"locations/loc-{SmallPackage.BlockGroup}.csv").Refusal());

    [Fact]
    public void A_block_group_nobody_knows_is_named()
    {
        DataPackage package = tiny.Open();
        PackageException fault = Assert.Throws<PackageException>(() => package.RequireRunnable(["250259999999"], CallingSequence.Official));
        Assert.Contains("knows no block group '250259999999'", fault.Message);
    }

    [Theory]
    [InlineData(9)]
    [InlineData(12)]
    public void A_missing_autumn_file_of_emergencies_is_refused(int month)
    {
        string file = SmallPackage.Events("emergencies", month);
        Assert.Contains(Path.GetFileName(file), tiny.Remove(file).Refusal());
    }

    [Theory]
    [InlineData("")]
    [InlineData("propID\tfinal_type\tPriority\n")]
    public void An_autumn_file_of_emergencies_without_a_needed_column_is_refused(string text)
    {
        tiny.Write(SmallPackage.Events("emergencies", 11), text);
        Assert.Contains($"emergencies-{SmallPackage.BlockGroup}-11.csv, line 1", tiny.Refusal());
    }

    [Fact]
    public void Other_missing_event_files_count_as_empty_and_are_reported()
    {
        tiny.Remove(SmallPackage.Events("crm", 1)).Remove(SmallPackage.Events("crm", 11)).Remove(SmallPackage.Events("emergencies", 8));
        IReadOnlyList<string> notes = tiny.Notes();
        Assert.Contains(notes, note => note.StartsWith("2 crm files"));
        Assert.Contains(notes, note => note.StartsWith("1 emergencies files"));
        using MonthEvents events = tiny.Open().ReadMonth(SmallPackage.BlockGroup, 1);
        Assert.Equal(0, events.Crms.Count);
        Assert.Equal(1, events.Permits.Count);
    }

    [Fact]
    public void Files_that_a_run_does_not_read_are_not_missed()
    {
        tiny.Remove(SmallPackage.Events("crm", 12)).Remove(SmallPackage.Events("permits", 12));
        Assert.Empty(tiny.Notes());
    }

    [Fact]
    public void Other_months_need_their_own_emergencies()
    {
        CallingSequence spring = CallingSequence.Parse("5-8");
        for (int month = 9; month <= 12; month++)
            tiny.Remove(SmallPackage.Events("emergencies", month));
        tiny.Notes(spring);
        Assert.Contains("-8.csv", tiny.Remove(SmallPackage.Events("emergencies", 8)).Refusal(spring));
    }

    [Fact]
    public void Dirty_records_never_refuse_a_package_but_are_counted()
    {
        tiny.WriteLocations("Ref_ID\tpropID\n7\tA1\n7\tA1\n\n7\n\tA9\n9\tZ1\n");
        tiny.WriteEmergencies(9, "A1\nnothing\t\t\t\t\t\t\n\t\nA1\tNOISE\t1\t2011-09-05\n");
        IReadOnlyList<string> notes = tiny.Notes();
        Assert.Contains(notes, note => note.StartsWith("1 rows") && note.Contains("again"));
        Assert.Contains(notes, note => note.StartsWith("1 rows") && note.Contains("no propID"));
        Assert.Contains(notes, note => note.StartsWith("1 locations have no known street"));
        Assert.Contains(notes, note => note.StartsWith("1 locations are neither"));
        Assert.Contains(notes, note => note.StartsWith("1 emergencies files have many rows that can't be placed"));
    }

    [Fact]
    public void Files_read_as_Windows_1252_are_reported()
    {
        tiny.Write("geography/Addresses.csv", [(byte)'A', 0x80]);
        DataPackage package = tiny.Open();
        using StaticTables tables = package.ReadStaticTables();
        Assert.Equal("A€", tables.Tables[1].GetString(0));
        Assert.Contains(package.Notes, note => note.Contains("Windows-1252") && note.Contains("Addresses.csv"));
    }

    [Fact]
    public void Many_problems_are_cut_to_what_can_be_read()
    {
        string[] blockGroups = Enumerable.Range(0, 100).Select(i => $"2502500020{i:00}").ToArray();
        DataPackage package = tiny.Open();
        string message = Assert.Throws<PackageException>(() => package.RequireRunnable(blockGroups, CallingSequence.Official)).Message;
        Assert.Contains("100 things are wrong", message);
        Assert.Contains("and 80 more", message);
    }

    [Fact]
    public void Dirty_rows_of_the_code_table_are_counted()
    {
        tiny.Write("geography/Emergency_Type_Code_Table.csv", "final_type\tDisorder\tMedEmerg\tViolent\nA\tyes\t0\t0\na\t1\t0\t0\n");
        IReadOnlyList<string> notes = tiny.Notes();
        Assert.Contains(notes, note => note.StartsWith("1 rows") && note.Contains("final_type"));
        Assert.Contains(notes, note => note.StartsWith("1 flags"));
    }

    [Fact]
    public void A_set_of_the_package_that_cannot_be_used_is_found_before_a_run() =>
        Assert.Contains("sets/final.txt, line 1", tiny.Write("sets/final.txt", "250259999999\n").Refusal());

    [Fact]
    public void A_package_json_may_begin_with_a_byte_order_mark() =>
        Assert.Equal("CREATED", tiny.Write("package.json", "\uFEFF{\"emergencies\":{\"date\":\"CREATED\"}}").Open().Columns.EmergencyDate);

    [Theory]
    [InlineData("{", "line 1")]
    [InlineData("{\n\"emergencies\": oops}", "line 2")]
    [InlineData("[]", "object")]
    [InlineData("""{"emergencies":"date"}""", "'emergencies'")]
    [InlineData("""{"emergencies":{"date":7}}""", "'emergencies.date'")]
    [InlineData("""{"emergencies":{"date":" "}}""", "'emergencies.date'")]
    [InlineData("""{"emergencies":{"dates":"x"}}""", "'dates'")]
    public void A_package_json_that_cannot_be_used_is_refused(string text, string named)
    {
        string message = Assert.Throws<PackageException>(tiny.Write("package.json", text).Open).Message;
        Assert.Contains("package.json", message);
        Assert.Contains(named, message);
    }

    [Fact]
    public void A_file_that_may_not_be_read_is_named()
    {
        File.SetUnixFileMode(tiny.Folder, (UnixFileMode)Convert.ToInt32("755", 8));
        File.SetUnixFileMode(tiny.PathOf("geography/Parcels.csv"), UnixFileMode.None);
        Assert.Contains("Parcels.csv", Unprivileged.Run(() => tiny.Refusal()));
    }

    [Fact]
    public void Everything_may_be_read_from_several_threads_at_once()
    {
        tiny.WriteLocations("Ref_ID\tpropID\n\tA1\n\tA2\n\tI1\n").WriteEmergencies(9, "A2\tEMS\t\t2011-09-05\n");
        DataPackage package = tiny.Open();
        EventTypeTable types = package.ReadEventTypes();
        Parallel.For(0, 200, new ParallelOptions { MaxDegreeOfParallelism = 8 }, _ =>
        {
            ContestCase contestCase = package.ReadCase(SmallPackage.BlockGroup);
            Assert.Equal(2, contestCase.Layout.StreetCount);
            Assert.Equal(1, package.ReadTruth(contestCase, 9, types).Actual.EventCount);
            using MonthEvents events = package.ReadMonth(SmallPackage.BlockGroup, 9);
            Assert.Equal("A2\tEMS\t\t2011-09-05", events.Emergencies.GetString(1));
        });
    }

    public void Dispose() => tiny.Dispose();
}
