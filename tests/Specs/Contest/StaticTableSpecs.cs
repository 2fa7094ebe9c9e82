using Evaluator.Contest;
using Evaluator.Contest.Calls;
using Evaluator.Contest.Lines;
using Evaluator.Contest.Package;

namespace Evaluator.Specs.Contest;

public sealed class StaticTableSpecs : IDisposable
{
    private const string Deeds = "geography/Foreclosure_Deeds.csv";

    private readonly SmallPackage tiny = SmallPackage.OfOneCase();

    [Fact]
    public void The_nine_come_in_the_order_of_setup()
    {
        using StaticTables tables = tiny.Open().ReadStaticTables();
        Assert.Equal(
            ["Parcels", "Addresses", "Street_segments", "Intersections", "Census_Block_Groups",
                "Foreclosure_Deeds", "Foreclosure_Distressed_Props", "Foreclosure_Petitions", "Foreclosure_REOs"],
            tables.Tables.Select(table => Path.GetFileNameWithoutExtension(table.Path)));
    }

    [Fact]
    public void Lines_are_passed_exactly_as_they_stand()
    {
        tiny.Write("geography/Addresses.csv", "LocationID\tx\r\n 1 \t\"é\t \r\n\t\t\r\n\r\n2\rx\n");
        using StaticTables tables = tiny.Open().ReadStaticTables();
        Assert.Equal(["LocationID\tx", " 1 \t\"é\t ", "\t\t", "2\rx"], Lines(tables.Tables[1]));
    }

    [Fact]
    public void Foreclosures_after_August_or_without_a_readable_date_are_left_out_and_counted()
    {
        tiny.Write(Deeds, "DATE\tParcelID\n2011-08-31 23:59\ta\n2011-09-01\tb\n1/1/1999\tc\n\td\n9/5/11\te\n2012-01-01\tf\n8/1/2011\tg\n");
        tiny.Write("geography/Foreclosure_REOs.csv", "ParcelID\tDate\nr\t12/1/2011\n");
        using StaticTables tables = tiny.Open().ReadStaticTables();
        Assert.Equal(["DATE\tParcelID", "2011-08-31 23:59\ta", "1/1/1999\tc", "8/1/2011\tg"], Lines(tables.Tables[5]));
        Assert.Equal([1, 2, 4, 8], Enumerable.Range(0, 4).Select(tables.Tables[5].FileLineNumber));
        Assert.Equal(["ParcelID\tDate"], Lines(tables.Tables[8]));
        Assert.Equal(5, tables.ForeclosureRowsLeftOut);
    }

    [Theory]
    [InlineData("5-8", 4)]
    [InlineData("1-3", 3)]
    [InlineData("9-12", 5)]
    public void For_other_months_the_last_day_is_the_one_before_the_first_predicted(string months, int lines)
    {
        tiny.Write(Deeds, "ParcelID\tDate\na\t2010-12-31\nb\t2010-12-30\nc\t2011-04-30\nd\t2011-05-01\n");
        using StaticTables tables = tiny.Open().ReadStaticTables(CallingSequence.Parse(months));
        Assert.Equal(lines, tables.Tables[5].Count);
    }

    [Fact]
    public void Foreclosures_without_a_date_column_are_refused()
    {
        tiny.Write(Deeds, "ParcelID\tSaleDate\na\t2011-01-01\n");
        Assert.Contains("'Date'", Assert.Throws<PackageException>(() => tiny.Open().ReadStaticTables()).Message);
        Assert.Contains("'Date'", tiny.Refusal());
        tiny.Write("package.json", """{"foreclosures":{"date":"SaleDate"}}""");
        using StaticTables tables = tiny.Open().ReadStaticTables();
        Assert.Equal(2, tables.Tables[5].Count);
    }

    public void Dispose() => tiny.Dispose();

    private static string[] Lines(TextLines table) => Enumerable.Range(0, table.Count).Select(table.GetString).ToArray();
}
