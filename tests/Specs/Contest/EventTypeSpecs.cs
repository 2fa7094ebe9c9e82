using Evaluator.Contest.Truth;

namespace Evaluator.Specs.Contest;

public sealed class EventTypeSpecs : IDisposable
{
    private readonly SmallPackage tiny = SmallPackage.OfOneCase();

    [Fact]
    public void The_first_flag_set_gives_the_type()
    {
        EventTypeTable types = tiny.Open().ReadEventTypes();
        Assert.Equal([0, 1, 0, 2, 3], new[] { "NOISE", "EMS", "FIGHT", "SHOTS", "ALARM" }.Select(name => TypeOf(types, name)));
    }

    [Fact]
    public void Case_and_white_space_do_not_matter()
    {
        EventTypeTable types = Table("final_type\tDisorder\tMedEmerg\tViolent\n Fight Fußgänger \t0\t 0\t1 \n");
        Assert.Equal(2, TypeOf(types, "fIGHT FUßGÄNGER"));
    }

    [Fact]
    public void A_name_that_is_not_in_the_table_is_other() => Assert.Equal(3, TypeOf(tiny.Open().ReadEventTypes(), "PARADE"));

    [Fact]
    public void A_truncated_row_has_no_more_flags()
    {
        EventTypeTable types = Table("final_type\tDisorder\tMedEmerg\tViolent\nA\nB\t0\t1\n\t1\n");
        Assert.Equal(3, TypeOf(types, "A"));
        Assert.Equal(1, TypeOf(types, "B"));
        Assert.Equal(3, TypeOf(types, ""));
    }

    [Fact]
    public void A_name_listed_twice_counts_by_its_first_row()
    {
        EventTypeTable types = Table("final_type\tDisorder\tMedEmerg\tViolent\nA\t0\t1\t0\na\t1\t0\t0\n");
        Assert.Equal(1, TypeOf(types, "A"));
        Assert.Equal(1, types.RepeatedRows);
    }

    [Fact]
    public void A_flag_that_is_no_number_is_not_set_and_counted()
    {
        EventTypeTable types = Table("final_type\tDisorder\tMedEmerg\tViolent\nA\tyes\t1.0\t0\nB\t1x\t2\t0\n");
        Assert.Equal(1, TypeOf(types, "A"));
        Assert.Equal(3, TypeOf(types, "B"));
        Assert.Equal(2, types.UnreadableFlags);
    }

    [Fact]
    public void Columns_come_in_any_order_and_case()
    {
        EventTypeTable types = Table("VIOLENT\tx\tMedemerg\tFINAL_TYPE\tdisorder\n1\t1\t0\tA\t0\n");
        Assert.Equal(2, TypeOf(types, "A"));
    }

    public void Dispose() => tiny.Dispose();

    private EventTypeTable Table(string text) => tiny.Write("geography/Emergency_Type_Code_Table.csv", text).Open().ReadEventTypes();

    private static int TypeOf(EventTypeTable types, string name) => types.TypeOf(System.Text.Encoding.UTF8.GetBytes(name));
}
