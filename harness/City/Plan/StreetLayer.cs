using Evaluator.City.Randomness;

namespace Evaluator.City.Plan;

/// <summary>
/// Lays the streets: a lattice of nodes with uneven spacing (denser towards the centre) and jitter. Of its two forward edges a
/// node always keeps one, which connects the city (the binary-tree maze), and both with a probability that gives Boston's
/// 1.5 segments a node. Every ninth line or so is an arterial, kept whole.
/// </summary>
internal sealed class StreetLayer
{
    private const double BothEdgesKept = 0.47;
    private const int OriginX = 23_100_000; // centimetres of the Massachusetts state plane: with it Boston's City Hall lies in the city
    private const int OriginY = 89_300_000;

    private readonly ulong seed;
    private readonly int[,] nodeAt; // lattice column, row -> node, or -1
    private readonly List<Node> nodes = [];
    private readonly Tiling tiling;
    private readonly Line[] columns;
    private readonly Line[] rows;

    /// <summary>One line of the lattice: its position in centimetres, whether it is an arterial, and the street names along it.</summary>
    private sealed record Line(int Position, int Gap, bool Main, string[] Names);

    private StreetLayer(ulong seed, Tiling tiling)
    {
        this.seed = seed;
        this.tiling = tiling;
        columns = Lines(tiling.ColumnStarts[^1], tiling.RowStarts[^1], 0);
        rows = Lines(tiling.RowStarts[^1], tiling.ColumnStarts[^1], 1);
        nodeAt = new int[columns.Length, rows.Length];
    }

    public static StreetNetwork Lay(ulong seed, Tiling tiling)
    {
        var layer = new StreetLayer(seed, tiling);
        layer.PlaceNodes();
        var network = new StreetNetwork(layer.nodes.ToArray(), layer.LaySegments().ToArray());
        foreach (Segment segment in network.Segments)
            segment.DeadEnd = !network.IsIntersection(segment.From) || !network.IsIntersection(segment.To);
        return network;
    }

    private Line[] Lines(int count, int crossings, int direction)
    {
        var random = new RandomStream(seed, Purpose.Lattice, direction);
        var names = new StreetNames(seed, direction);
        var lines = new Line[count];
        int position = 0;
        for (int i = 0; i < count; i++)
        {
            // 60 m between streets in the centre, 125 m at the edge: a median block group then has some 0.13 square km.
            double fromCentre = Math.Abs(2.0 * i / count - 1);
            int gap = (int)(100 * (60 + 65 * fromCentre) * (0.8 + 0.4 * random.Unit()));
            lines[i] = new Line(position, gap, i % 9 == 4, names.Along(i, crossings));
            position += gap;
        }
        return lines;
    }

    private void PlaceNodes()
    {
        for (int x = 0; x < columns.Length; x++)
            for (int y = 0; y < rows.Length; y++)
                nodeAt[x, y] = -1;
        for (int blockGroup = 0; blockGroup < tiling.Tiles.Length; blockGroup++)
        {
            var random = new RandomStream(seed, Purpose.Streets, blockGroup);
            (int column, int row) = tiling.Tiles[blockGroup];
            for (int x = tiling.ColumnStarts[column]; x < tiling.ColumnStarts[column + 1]; x++)
            {
                for (int y = tiling.RowStarts[row]; y < tiling.RowStarts[row + 1]; y++)
                {
                    int jitterX = (int)((random.Unit() - 0.5) * 0.4 * columns[x].Gap);
                    int jitterY = (int)((random.Unit() - 0.5) * 0.4 * rows[y].Gap);
                    nodeAt[x, y] = nodes.Count;
                    nodes.Add(new Node(OriginX + columns[x].Position + jitterX, OriginY + rows[y].Position + jitterY,
                        blockGroup, rows[y].Names[x], columns[x].Names[y]));
                }
            }
        }
    }

    private List<Segment> LaySegments()
    {
        var segments = new List<Segment>();
        for (int x = 0; x < columns.Length; x++)
        {
            for (int y = 0; y < rows.Length; y++)
            {
                if (nodeAt[x, y] < 0)
                    continue;
                var random = new RandomStream(seed, Purpose.Lattice, 2 + (long)x * 100_000 + y);
                bool east = x + 1 < columns.Length && nodeAt[x + 1, y] >= 0;
                bool north = y + 1 < rows.Length && nodeAt[x, y + 1] >= 0;
                if (east && north && !random.Chance(BothEdgesKept))
                {
                    if (random.Chance(0.5))
                        east = rows[y].Main;
                    else
                        north = columns[x].Main;
                }
                if (east)
                    segments.Add(Stretch(nodeAt[x, y], nodeAt[x + 1, y], rows[y].Names[x], rows[y].Main, ref random));
                if (north)
                    segments.Add(Stretch(nodeAt[x, y], nodeAt[x, y + 1], columns[x].Names[y], columns[x].Main, ref random));
            }
        }
        // In the order of the block groups, so that a block group's segments are one range.
        return segments.OrderBy(segment => segment.BlockGroup).ToList();
    }

    private Segment Stretch(int from, int to, string name, bool main, ref RandomStream random)
    {
        double dx = nodes[from].X - nodes[to].X;
        double dy = nodes[from].Y - nodes[to].Y;
        int length = Math.Max(1, (int)(Math.Sqrt(dx * dx + dy * dy) / 10));
        return new Segment(from, to, length, nodes[from].BlockGroup, name, main, RoadType(main, ref random));
    }

    /// <summary>Shares of the real package's streets: Res 68 %, Com 14, Exe 9, Emp 7, Ind 2; commerce sits on the arterials.</summary>
    private static string RoadType(bool main, ref RandomStream random)
    {
        double u = random.Unit();
        if (main)
            return u < 0.55 ? "Com" : u < 0.70 ? "Exe" : u < 0.78 ? "Emp" : "Res";
        return u < 0.05 ? "Com" : u < 0.12 ? "Exe" : u < 0.185 ? "Emp" : u < 0.205 ? "Ind" : "Res";
    }
}
