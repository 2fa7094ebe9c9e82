using System.Buffers.Text;
using System.Text;
using Evaluator.Contest.Lines;

namespace Evaluator.Contest.Lint;

/// <summary>
/// Finds parcels whose point says nothing: no number, not above zero, or a default point. A default point gives itself away by the
/// streets it lies on: parcels of one building share a point and a street, so ten streets on one point are none of them there.
/// </summary>
internal sealed class PointLint(FindingLog log, int xColumn, int yColumn, int streetColumn)
{
    private const int StreetsOfADefaultPoint = 10;

    private readonly Dictionary<string, Shared> points = new(StringComparer.Ordinal);

    private sealed class Shared(TextLines lines, int line)
    {
        public readonly HashSet<string> Streets = new(StringComparer.Ordinal);
        public readonly TextLines Lines = lines;
        public readonly int FirstLine = line;
        public long Rows;
    }

    public void Add(Row row)
    {
        if (xColumn < 0 || yColumn < 0)
            return;
        ReadOnlySpan<byte> x = row[xColumn];
        ReadOnlySpan<byte> y = row[yColumn];
        if (!IsPositive(x) || !IsPositive(y))
        {
            log.Add(DataFault.PointOffTheMap, row.Lines, row.Line);
            return;
        }
        string point = Encoding.UTF8.GetString(x) + "," + Encoding.UTF8.GetString(y);
        if (!points.TryGetValue(point, out Shared? shared))
            points[point] = shared = new Shared(row.Lines, row.Line);
        shared.Rows++;
        if (shared.Streets.Count < StreetsOfADefaultPoint)
            shared.Streets.Add(Encoding.UTF8.GetString(row[streetColumn]));
    }

    /// <summary>Reports the default points; to be called while the lines still are there.</summary>
    public void Finish()
    {
        IEnumerable<KeyValuePair<string, Shared>> defaults = points.Where(point => point.Value.Streets.Count >= StreetsOfADefaultPoint);
        foreach ((string point, Shared shared) in defaults.OrderBy(point => point.Value.FirstLine))
        {
            int line = shared.Lines.FileLineNumber(shared.FirstLine);
            log.Add(DataFault.DefaultPoint, shared.Lines.Path, $"{shared.Rows} parcels at {point}", line, shared.Rows);
        }
    }

    private static bool IsPositive(ReadOnlySpan<byte> field) =>
        Utf8Parser.TryParse(field, out double value, out int length) && length == field.Length && value > 0;
}
