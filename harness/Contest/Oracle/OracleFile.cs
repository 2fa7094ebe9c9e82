using System.Buffers.Binary;
using System.Text;
using Evaluator.Contest.Calls;
using Evaluator.Contest.Cases;

namespace Evaluator.Contest.Oracle;

/// <summary>
/// The true expected counts of a synthetic package, as its generator knows them: what no predictor can beat on average.
/// They are stored in factors (see <see cref="OracleWriter"/> for the format), some 20 bytes a location instead of 15,000.
/// </summary>
public sealed class OracleFile
{
    private readonly byte[] bytes;
    private readonly string path;
    private readonly double[] dayFactors;
    private readonly Dictionary<string, Entry> entries;

    private readonly record struct Entry(int Locations, ulong Fingerprint, int Offset);

    private OracleFile(string path, byte[] bytes)
    {
        (this.path, this.bytes) = (path, bytes);
        if (bytes.Length < OracleFormat.HeaderBytes || !bytes.AsSpan(0, 8).SequenceEqual(OracleFormat.Magic))
            throw new PackageException($"{path} is no oracle file; it should start with '{Encoding.ASCII.GetString(OracleFormat.Magic)}'. "
                +
                "`evaluator generate` writes one beside the package, as DIR.oracle.");
        int blockGroups = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(8));
        long indexEnd = OracleFormat.HeaderBytes + (long)blockGroups * OracleFormat.IndexEntryBytes;
        if (blockGroups < 0 || indexEnd > bytes.Length)
            throw Truncated();
        dayFactors = new double[OracleFormat.DayFactors];
        for (int i = 0; i < dayFactors.Length; i++)
            dayFactors[i] = BinaryPrimitives.ReadDoubleLittleEndian(bytes.AsSpan(16 + 8 * i));
        entries = new Dictionary<string, Entry>(blockGroups, StringComparer.Ordinal);
        for (int i = 0; i < blockGroups; i++)
            ReadEntry(bytes.AsSpan(OracleFormat.HeaderBytes + i * OracleFormat.IndexEntryBytes));
    }

    /// <exception cref="PackageException">Not there, or not an oracle file.</exception>
    public static OracleFile Open(string path)
    {
        try
        {
            return new OracleFile(path, File.ReadAllBytes(path));
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException)
        {
            throw new PackageException(
                $"{path} cannot be read ({fault.Message}); the file that `evaluator generate` wrote beside the package was expected.",
                    fault);
        }
    }

    public IReadOnlyCollection<string> BlockGroups => entries.Keys;

    /// <summary>Whether the oracle knows this block group in this month.</summary>
    public bool Covers(string blockGroup, int month) =>
        month is >= OracleFormat.FirstMonth and <= OracleFormat.LastMonth && entries.ContainsKey(blockGroup);

    /// <summary>Writes the expected count of every location, day and type, in the layout of a prediction (L x D x 4).</summary>
    /// <returns>False if the oracle does not cover the block group and month.</returns>
    /// <exception cref="PackageException">The oracle belongs to another package: its locations are others.</exception>
    public bool TryRead(ContestCase contestCase, int month, Span<double> expected)
    {
        if (!Covers(contestCase.BlockGroup, month))
            return false;
        Entry entry = entries[contestCase.BlockGroup];
        if (entry.Locations != contestCase.Locations.Count || entry.Fingerprint != OracleFormat.Fingerprint(contestCase.Locations))
            throw new PackageException(
                $"{path} is the oracle of another package: its {entry.Locations} locations of {contestCase.BlockGroup} " +
                $"are not the {contestCase.Locations.Count} of this one. Name the file that was generated with this package.");
        int days = ContestYear.DaysIn(month);
        if (expected.Length != entry.Locations * days * OracleFormat.Types)
            throw new ArgumentException(
                $"{expected.Length} values are not {entry.Locations} locations x {days} days x {OracleFormat.Types} types.");
        Fill(entry, month, days, expected);
        return true;
    }

    private void Fill(Entry entry, int month, int days, Span<double> expected)
    {
        ReadOnlySpan<double> factors = dayFactors.AsSpan(OracleFormat.FactorsBefore(month), 2 * days * OracleFormat.Types);
        ReadOnlySpan<double> own = factors[..(days * OracleFormat.Types)];
        ReadOnlySpan<double> carried = factors[(days * OracleFormat.Types)..];
        Span<double> rates = stackalloc double[OracleFormat.Types];
        Span<double> ratesBefore = stackalloc double[OracleFormat.Types];
        int at = entry.Offset;
        for (int location = 0; location < entry.Locations; location++)
        {
            ReadRates(ref at, month, ratesBefore, rates);
            Span<double> row = expected.Slice(location * days * OracleFormat.Types, days * OracleFormat.Types);
            for (int i = 0; i < row.Length; i++)
                row[i] = rates[i % OracleFormat.Types] * own[i] + ratesBefore[i % OracleFormat.Types] * carried[i];
        }
    }

    /// <summary>
    /// Decodes one location: a bit for each month from August says whether four rates follow or those of the month before hold.
    /// </summary>
    private void ReadRates(ref int at, int month, Span<double> ratesBefore, Span<double> rates)
    {
        int stored = bytes[at++];
        Span<double> current = stackalloc double[OracleFormat.Types];
        for (int plane = 0; plane < OracleFormat.Planes; plane++)
        {
            if ((stored >> plane & 1) != 0)
            {
                for (int type = 0; type < OracleFormat.Types; type++, at += 2)
                    current[type] = (double)BinaryPrimitives.ReadHalfLittleEndian(bytes.AsSpan(at));
            }
            if (plane == month - OracleFormat.FirstMonth)
                current.CopyTo(ratesBefore);
            if (plane == month - OracleFormat.FirstMonth + 1)
                current.CopyTo(rates);
        }
    }

    private void ReadEntry(ReadOnlySpan<byte> entry)
    {
        string id = Encoding.ASCII.GetString(entry[..OracleFormat.IdBytes]).TrimEnd('\0');
        int locations = BinaryPrimitives.ReadInt32LittleEndian(entry[16..]);
        int offset = BinaryPrimitives.ReadInt32LittleEndian(entry[20..]);
        ulong fingerprint = BinaryPrimitives.ReadUInt64LittleEndian(entry[24..]);
        if (locations < 0 || offset < 0 || !Holds(locations, offset))
            throw Truncated();
        entries[id] = new Entry(locations, fingerprint, offset);
    }

    /// <summary>Whether that many locations can be decoded from that offset on.</summary>
    private bool Holds(int locations, int offset)
    {
        long at = offset;
        for (int i = 0; i < locations && at < bytes.Length; i++)
            at += 1 + System.Numerics.BitOperations.PopCount((uint)bytes[at] & OracleFormat.PlaneBits) * OracleFormat.Types * 2L;
        return at <= bytes.Length;
    }

    private PackageException Truncated() => new($"{path} is damaged or cut short ({bytes.Length:N0} bytes); generate the package again.");
}
