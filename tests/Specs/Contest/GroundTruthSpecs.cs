using System.Text;
using CsCheck;
using Evaluator.Contest;
using Evaluator.Contest.Cases;
using Evaluator.Contest.Lines;
using Evaluator.Contest.Package;
using Evaluator.Contest.Truth;
using Evaluator.Scorer.Definition;

namespace Evaluator.Specs.Contest;

public sealed class GroundTruthSpecs : IDisposable
{
    private readonly SmallPackage tiny = SmallPackage.OfOneCase();

    [Fact]
    public void An_event_has_its_location_its_day_and_its_type()
    {
        tiny.WriteEmergencies(9, "A2\tEMS\t1\t2011-09-05 13:00\nI1\tshots\t\t9/30/2011\nA1\tNOISE\t\t2011-09-01\n");
        Assert.Equal(
            [(Placement.Placed, new(1, 4, 1)), (Placement.Placed, new(2, 29, 2)), (Placement.Placed, new(0, 0, 0))], Placements(9));
    }

    [Fact]
    public void All_placed_events_of_the_month_count_whatever_their_type()
    {
        string[] types = ["NOISE", "EMS", "SHOTS", "PARADE", "NOISE"];
        tiny.WriteEmergencies(10, string.Concat(types.Select(type => $"A1\t{type}\t\t2011-10-31\n")));
        MonthTruth truth = tiny.ReadTruth(10);
        Assert.Equal(5, truth.Actual.EventCount);
        Assert.Equal(31, truth.Actual.DayCount);
        Assert.Equal(10, truth.Month);
        Assert.Equal(new UnplacedEvents(), truth.Unplaced);
    }

    [Fact]
    public void What_cannot_be_placed_is_counted_by_its_first_reason()
    {
        tiny.WriteEmergencies(9,
            "A99\tEMS\t\t2011-09-05\n" + "\tEMS\t\t2011-09-05\n" + "a1\tEMS\t\t2011-09-05\n" + "A9\tEMS\t\tnever\n" +
            "A1\tEMS\t\tnever\n" + "A1\tEMS\t\t9/5/11\n" + "A1\tEMS\n" +
            "A1\tEMS\t\t2011-10-01\n" + "A1\tEMS\t\t2010-09-05\n" +
            "A1\tEMS\t\t2011-09-05\n");
        MonthTruth truth = tiny.ReadTruth(9);
        Assert.Equal(new UnplacedEvents(UnknownLocation: 4, UnreadableDate: 3, OutsideMonth: 2), truth.Unplaced);
        Assert.Equal(9, truth.Unplaced.Total);
        Assert.Equal(1, truth.Actual.EventCount);
    }

    [Fact]
    public void An_events_location_is_trimmed_before_it_is_looked_for()
    {
        tiny.WriteEmergencies(9, "  A1 \tEMS\t\t 2011-09-05 \n");
        Assert.Equal(1, tiny.ReadTruth(9).Actual.EventCount);
    }

    [Fact]
    public void Columns_are_found_by_name_in_any_order_and_case()
    {
        tiny.Write(SmallPackage.Events("emergencies", 9), "DATE\tnote\tFinal_Type\tPROPID\n2011-09-02\tx\tSHOTS\tA2\n");
        Assert.Equal([(Placement.Placed, new(1, 1, 2))], Placements(9));
    }

    [Fact]
    public void The_package_may_name_its_own_columns()
    {
        tiny.Write("package.json", """{"name":"x","emergencies":{"date":"CREATED","type":"kind","location":"Ort"}}""");
        tiny.Write(SmallPackage.Events("emergencies", 9), "created\tdate\tkind\tORT\n2011-09-02\tnever\tSHOTS\tA2\n");
        Assert.Equal([(Placement.Placed, new(1, 1, 2))], Placements(9));
    }

    [Fact]
    public void A_file_with_a_header_alone_is_a_month_without_events()
    {
        MonthTruth truth = tiny.ReadTruth(12);
        Assert.Equal(0, truth.Actual.EventCount);
        Assert.Equal(31, truth.Actual.DayCount);
    }

    [Fact]
    public void An_identifier_of_any_length_and_bytes_is_merely_unknown()
    {
        tiny.WriteEmergencies(9, new string('A', 5_000) + "\tEMS\t\t2011-09-05\nA\u0000é€\t\t\t\n");
        Assert.Equal(2, tiny.ReadTruth(9).Unplaced.UnknownLocation);
    }

    [Fact]
    public void No_bytes_in_the_rows_of_a_file_stop_the_reading()
    {
        DataPackage package = tiny.Open();
        EventTypeTable types = package.ReadEventTypes();
        var pieces = Gen.OneOf("A1", "I1", "\t", "\t\t", "\n", "\r", "EMS", "2011-09-05", "9/5/2011", "13:00", " ", "é", "\0", "-", "/");
        Gen.Select(pieces.Array[0, 40], Gen.Byte.Array[0, 10]).Sample((rows, rubbish) =>
        {
            byte[] text = Encoding.UTF8.GetBytes(string.Concat(rows));
            tiny.Write(
                SmallPackage.Events("emergencies", 9), [.. Encoding.UTF8.GetBytes(SmallPackage.EmergencyHeader), .. text, .. rubbish]);
            tiny.Write($"locations/loc-{SmallPackage.BlockGroup}.csv", [.. "Ref_ID\tpropID\n7\tA1\n"u8, .. text, .. rubbish]);
            ContestCase contestCase = package.ReadCase(SmallPackage.BlockGroup);
            using TextLines lines = package.ReadEmergencies(SmallPackage.BlockGroup, 9);
            MonthTruth truth = package.ReadTruth(contestCase, 9, types, lines);
            return truth.Actual.EventCount + truth.Unplaced.Total == lines.Count - 1;
        }, iter: 500, threads: 1);
    }

    [Fact]
    public void A_missing_column_is_refused_with_the_way_to_name_another()
    {
        tiny.Write(SmallPackage.Events("emergencies", 9), "propID\tfinal_type\tPriority\twhen\n");
        PackageException fault = Assert.Throws<PackageException>(() => tiny.ReadTruth(9));
        Assert.Contains($"emergencies-{SmallPackage.BlockGroup}-9.csv, line 1", fault.Message);
        Assert.Contains("'date'", fault.Message);
        Assert.Contains("package.json", fault.Message);
    }

    [Fact]
    public void Placing_an_event_allocates_nothing()
    {
        tiny.WriteEmergencies(9, "A1\tfight\t\t9/5/2011 1:00:00 PM\nA99\tEMS\t\t2011-09-05\nA1\tEMS\t\tnever\n");
        (EventPlacer placer, TextLines lines) = Placer(9);
        PlaceAll(placer, lines);
        Assert.Equal(0, AllocatedBytes.Least(() =>
        {
            for (int i = 0; i < 1_000; i++)
                PlaceAll(placer, lines);
        }));
    }

    public void Dispose() => tiny.Dispose();

    private (EventPlacer, TextLines) Placer(int month)
    {
        DataPackage package = tiny.Open();
        TextLines lines = package.ReadEmergencies(SmallPackage.BlockGroup, month);
        return (new EventPlacer(package.ReadCase(SmallPackage.BlockGroup), month, package.ReadEventTypes(), package.Columns, lines), lines);
    }

    private (Placement, PlacedEvent)[] Placements(int month)
    {
        (EventPlacer placer, TextLines lines) = Placer(month);
        return Enumerable.Range(1, lines.Count - 1).Select(line => (placer.Place(lines[line], out PlacedEvent placed), placed)).ToArray();
    }

    private static void PlaceAll(EventPlacer placer, TextLines lines)
    {
        for (int line = 1; line < lines.Count; line++)
            placer.Place(lines[line], out _);
    }
}
