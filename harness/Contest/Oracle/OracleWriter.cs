using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using Evaluator.Contest.Calls;

namespace Evaluator.Contest.Oracle;

/// <summary>Writes an oracle file: block groups are added in order, in the format of <see cref="OracleFormat"/>.</summary>
public sealed class OracleWriter
{
    private readonly ArrayBufferWriter<byte> index = new();
    private readonly ArrayBufferWriter<byte> rates = new(1 << 20);
    private readonly byte[] header;
    private readonly int blockGroups;
    private int added;

    /// <param name="own">By month (9 … 12), day (0-based) and type: how the month's own rates show on that day.</param>
    /// <param name="carried">The same for the rates of the month before.</param>
    public OracleWriter(int blockGroups, Func<int, int, int, double> own, Func<int, int, int, double> carried)
    {
        this.blockGroups = blockGroups;
        header = new byte[OracleFormat.HeaderBytes];
        OracleFormat.Magic.CopyTo(header);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(8), blockGroups);
        int at = 16;
        for (int month = OracleFormat.FirstMonth; month <= OracleFormat.LastMonth; month++)
        {
            foreach (Func<int, int, int, double> factor in new[] { own, carried })
                for (int i = 0; i < ContestYear.DaysIn(month) * OracleFormat.Types; i++, at += 8)
                    BinaryPrimitives.WriteDoubleLittleEndian(header.AsSpan(at),
                        factor(month, i / OracleFormat.Types, i % OracleFormat.Types));
        }
    }

    /// <param name="locations">In the order of the location file.</param>
    /// <param name="ratesOf">The L x 4 rates of a month, 8 to 12.</param>
    public void Add(string blockGroup, IReadOnlyList<string> locations, Func<int, ReadOnlyMemory<Half>> ratesOf)
    {
        Span<byte> entry = index.GetSpan(OracleFormat.IndexEntryBytes)[..OracleFormat.IndexEntryBytes];
        entry.Clear();
        Encoding.ASCII.GetBytes(blockGroup, entry[..OracleFormat.IdBytes]);
        BinaryPrimitives.WriteInt32LittleEndian(entry[16..], locations.Count);
        BinaryPrimitives.WriteInt32LittleEndian(entry[20..],
            header.Length + blockGroups * OracleFormat.IndexEntryBytes + rates.WrittenCount);
        BinaryPrimitives.WriteUInt64LittleEndian(entry[24..], OracleFormat.Fingerprint(locations));
        index.Advance(OracleFormat.IndexEntryBytes);
        var planes = new ReadOnlyMemory<Half>[OracleFormat.Planes];
        for (int plane = 0; plane < planes.Length; plane++)
            planes[plane] = ratesOf(OracleFormat.FirstMonth - 1 + plane);
        for (int location = 0; location < locations.Count; location++)
            AddLocation(planes, location * OracleFormat.Types);
        added++;
    }

    public void Save(string path)
    {
        if (added != blockGroups)
            throw new InvalidOperationException($"{added} of {blockGroups} block groups were added.");
        using FileStream file = File.Create(path);
        file.Write(header);
        file.Write(index.WrittenSpan);
        file.Write(rates.WrittenSpan);
    }

    private void AddLocation(ReadOnlyMemory<Half>[] planes, int at)
    {
        Span<byte> bytes = rates.GetSpan(1 + OracleFormat.Planes * OracleFormat.Types * 2);
        bytes[0] = 0;
        int used = 1;
        for (int plane = 0; plane < planes.Length; plane++)
        {
            ReadOnlySpan<Half> rates = planes[plane].Span.Slice(at, OracleFormat.Types);
            if (plane > 0 && rates.SequenceEqual(planes[plane - 1].Span.Slice(at, OracleFormat.Types)))
                continue;
            bytes[0] |= (byte)(1 << plane);
            foreach (Half rate in rates)
            {
                BinaryPrimitives.WriteHalfLittleEndian(bytes[used..], rate);
                used += 2;
            }
        }
        rates.Advance(used);
    }
}
