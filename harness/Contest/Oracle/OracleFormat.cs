using System.Text;
using Evaluator.Contest.Calls;
using Evaluator.Scorer.Definition;

namespace Evaluator.Contest.Oracle;

/// <summary>
/// The oracle file, all numbers little-endian:
/// <code>
///  0  magic "EVORACL1"
///  8  int32 B, block groups; int32 0
/// 16  day factors: for month 9, 10, 11, 12 first D x 4 doubles "own", then D x 4 doubles "carried" (day, type)
///  …  index: B entries of 32 bytes: id (16 bytes, ASCII, zeros behind), int32 L, int32 offset of its rates, uint64 fingerprint
///  …  rates of each block group: for each location one byte, bit p set if month 8 + p has rates of its own (else those of the
///     month before; bit 0 is always set), then for each bit set 4 half-precision numbers, by type
/// </code>
/// The expected count of location i on day d of month m and type k is rate(m, i, k) x own(m, d, k) + rate(m - 1, i, k) x carried(m, d, k).
/// The fingerprint is the 64-bit FNV-1a hash of the location identifiers, each followed by a line feed, in the order of the location file.
/// </summary>
internal static class OracleFormat
{
    public const int FirstMonth = 9;
    public const int LastMonth = 12;
    public const int Types = EventTypes.Count;
    public const int IdBytes = 16;
    public const int IndexEntryBytes = 32;

    /// <summary>Months 8 to 12: what happened in the month before is carried into a month.</summary>
    public const int Planes = LastMonth - FirstMonth + 2;

    public const uint PlaneBits = (1u << Planes) - 1;

    public static readonly int DayFactors = FactorsBefore(LastMonth + 1);

    public static readonly int HeaderBytes = 16 + 8 * DayFactors;

    public static ReadOnlySpan<byte> Magic => "EVORACL1"u8;

    /// <summary>How many day factors come before those of a month.</summary>
    public static int FactorsBefore(int month)
    {
        int before = 0;
        for (int m = FirstMonth; m < month; m++)
            before += 2 * ContestYear.DaysIn(m) * Types;
        return before;
    }

    public static ulong Fingerprint(IEnumerable<string> locations)
    {
        ulong hash = 0xCBF29CE484222325;
        foreach (string location in locations)
        {
            foreach (byte letter in Encoding.UTF8.GetBytes(location + "\n"))
                hash = (hash ^ letter) * 0x100000001B3;
        }
        return hash;
    }
}
