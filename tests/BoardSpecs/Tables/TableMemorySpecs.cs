using System.Globalization;
using System.Text;
using Evaluator.Challenges.Tables;

namespace Evaluator.BoardSpecs.Tables;

/// <summary>What an upload takes does not grow with what is sent.</summary>
public class TableMemorySpecs
{
    private const int Rows = 20_000;

    private static readonly TableJudge Judge = new TableContest
    {
        Task = TableContest.Predictions() with { LargestBytes = 1L << 30 },
        Columns = [TableContest.Measured("mae", isLess: true), TableContest.Measured("r2")],
        Answers = "id,truth\n" + string.Concat(Enumerable.Range(0, Rows).Select(row => $"r{row},{row % 7}\n")),
    }.Open();

    [Fact]
    public void A_table_ten_times_as_large_allocates_no_more()
    {
        byte[] small = Table(extra: 10), large = Table(extra: 200);
        Assert.True(large.Length > 6 * small.Length);
        Allocated(small);
        long ofSmall = Allocated(small), ofLarge = Allocated(large);
        // What is left are a reader, its columns and the judgement: far less than the table, and less than a byte a row.
        Assert.InRange(ofSmall, 0, Rows);
        Assert.InRange(ofLarge - ofSmall, -Rows / 4, Rows / 4);
    }

    [Fact]
    public void A_table_of_faults_alone_allocates_no_more_than_it_names()
    {
        byte[] faults = Encoding.UTF8.GetBytes("id,value\n" + string.Concat(Enumerable.Range(0, Rows).Select(row => $"x{row},nan\n")));
        Allocated(faults);
        // All 20,000 keys are missing, too; five of each kind are named.
        Assert.InRange(Allocated(faults), 0, 2 * Rows);
    }

    private static byte[] Table(int extra)
    {
        StringBuilder table = new("id,extra,value\n");
        for (int row = 0; row < Rows; row++)
            table.Append(CultureInfo.InvariantCulture, $"r{row},{new string('x', extra)},{row / 3.0}\n");
        return Encoding.UTF8.GetBytes(table.ToString());
    }

    /// <summary>A stream in memory never waits, so that everything happens on this thread.</summary>
    private static long Allocated(byte[] table)
    {
        using MemoryStream bytes = new(table);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Judge.Judge(bytes);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
