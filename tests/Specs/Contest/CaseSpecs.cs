using Evaluator.Contest;
using Evaluator.Contest.Cases;

namespace Evaluator.Specs.Contest;

public sealed class CaseSpecs : IDisposable
{
    private readonly SmallPackage tiny = SmallPackage.OfOneCase();

    [Fact]
    public void Locations_keep_the_order_of_their_file()
    {
        ContestCase found = tiny.ReadCase();
        Assert.Equal(SmallPackage.BlockGroup, found.BlockGroup);
        Assert.Equal(["A1", "A2", "I1"], found.Locations);
        Assert.Equal([0, 0, 1], Streets(found));
    }

    [Fact]
    public void A_location_listed_twice_counts_once_at_its_first_place()
    {
        ContestCase found = tiny.WriteLocations("Ref_ID\tpropID\n7\tA2\n8\tI1\n8\tA2\n7\tA1\n").ReadCase();
        Assert.Equal(["A2", "I1", "A1"], found.Locations);
        Assert.Equal([0, 1, 0], Streets(found));
        Assert.Equal(1, found.RepeatedRows);
    }

    [Fact]
    public void A_repeated_location_takes_the_first_street_its_file_tells()
    {
        tiny.Write("geography/Parcels.csv", "Ref_ID\tAddressID\n99\t2\n");
        ContestCase found = tiny.WriteLocations("Ref_ID\tpropID\n\tA2\n8\tI1\n7\tA2\n7\tA1\n").ReadCase();
        Assert.Equal([0, 1, 0], Streets(found));
    }

    [Fact]
    public void The_location_file_says_which_street_even_against_Parcels()
    {
        ContestCase found = tiny.WriteLocations("Ref_ID\tpropID\n8\tA1\n9\tA2\n8\tI1\n").ReadCase();
        Assert.Equal([0, 1, 0], Streets(found));
    }

    [Fact]
    public void A_street_left_out_is_looked_up_in_Parcels_and_Intersections()
    {
        ContestCase found = tiny.WriteLocations("propID\tRef_ID\nA1\t\nI1\nA2\t7\nA3\t8\n").ReadCase();
        Assert.Equal([0, 1, 0, 1], Streets(found));
        Assert.Equal(0, found.LocationsWithoutStreet);
    }

    [Fact]
    public void Of_parcels_with_one_AddressID_the_first_row_counts()
    {
        tiny.Write("geography/Parcels.csv", "AddressID\tRef_ID\n1\t8\n1\t7\n2\t\n2\t7\n");
        ContestCase found = tiny.WriteLocations("Ref_ID\tpropID\n\tA1\n\tI1\n7\tA3\n\tA2\n").ReadCase();
        Assert.Equal([0, 0, 1, 2], Streets(found));
        Assert.Equal(1, found.LocationsWithoutStreet);
    }

    [Fact]
    public void Locations_without_a_known_street_are_each_a_street_of_their_own()
    {
        ContestCase found = tiny.WriteLocations("Ref_ID\tpropID\n\tA77\n7\tA1\n\tA78\n\tI9\n\tX\n").ReadCase();
        Assert.Equal(5, found.Layout.StreetCount);
        Assert.Equal(4, found.LocationsWithoutStreet);
        Assert.Equal(1, found.OddLocations);
    }

    [Fact]
    public void Identifiers_are_trimmed_and_then_compared_exactly()
    {
        ContestCase found = tiny.WriteLocations("Ref_ID\tpropID\n 7\tA1 \n7 \t a1\n07\t A1\u00A0\n7\tA01\n").ReadCase();
        Assert.Equal(["A1", "a1", "A01"], found.Locations);
        Assert.Equal([0, 0, 0], Streets(found));
        Assert.Equal(1, found.RepeatedRows);
    }

    [Fact]
    public void A_row_without_identifier_is_left_out_and_counted()
    {
        ContestCase found = tiny.WriteLocations("Ref_ID\tpropID\n7\n7\t\n\t\n7\tA1\n").ReadCase();
        Assert.Equal(["A1"], found.Locations);
        Assert.Equal(3, found.BlankRows);
    }

    [Fact]
    public void Columns_come_in_any_order_and_case_with_others_between()
    {
        ContestCase found = tiny.WriteLocations("note\tPROPID\tX\tref_id\n\tA1\t\t7\n\tA2\t\t8\n").ReadCase();
        Assert.Equal(["A1", "A2"], found.Locations);
        Assert.Equal([0, 1], Streets(found));
    }

    [Fact]
    public void A_location_file_without_a_column_is_refused_with_what_it_has()
    {
        tiny.WriteLocations("\nRef_ID\tlocation\n7\tA1\n");
        PackageException fault = Assert.Throws<PackageException>(() => tiny.ReadCase());
        Assert.Contains($"loc-{SmallPackage.BlockGroup}.csv, line 2", fault.Message);
        Assert.Contains("'propID'", fault.Message);
        Assert.Contains("'Ref_ID', 'location'", fault.Message);
    }

    [Theory]
    [InlineData("Ref_ID\tpropID\n")]
    [InlineData("")]
    public void A_location_file_without_locations_is_refused(string text)
    {
        tiny.WriteLocations(text);
        PackageException fault = Assert.Throws<PackageException>(() => tiny.ReadCase());
        Assert.Contains($"loc-{SmallPackage.BlockGroup}.csv", fault.Message);
    }

    public void Dispose() => tiny.Dispose();

    private static int[] Streets(ContestCase contestCase) => contestCase.Layout.StreetOfLocation.ToArray();
}
