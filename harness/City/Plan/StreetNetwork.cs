namespace Evaluator.City.Plan;

/// <summary>A crossing of the lattice, or the end of a dead-end street. Coordinates in centimetres of the state plane.</summary>
public readonly record struct Node(int X, int Y, int BlockGroup, string Along, string Across);

/// <summary>One side-to-side stretch of street between two nodes.</summary>
public sealed record Segment(int From, int To, int LengthDecimetres, int BlockGroup, string Name, bool Main, string RoadType)
{
    public bool DeadEnd { get; set; }

    /// <summary>Betweenness over trips of up to 800 m, closeness, betweenness over trips of up to 400 m.</summary>
    public Centrality Centrality { get; set; }
}

/// <summary>How central a segment is. <paramref name="Betweenness"/>: shortest paths of at most 800 m that use it, per thousand;
/// <paramref name="Closeness"/>: places in reach of 800 m per metre of mean distance; <paramref name="Local"/>: as the first, for 400
/// m.</summary>
public readonly record struct Centrality(double Betweenness, double Closeness, double Local);

/// <summary>The streets of the whole city.</summary>
public sealed class StreetNetwork(Node[] nodes, Segment[] segments)
{
    public Node[] Nodes => nodes;

    public Segment[] Segments => segments;

    /// <summary>Segment indices that meet at each node.</summary>
    public int[][] SegmentsAt { get; } = Incidence(nodes.Length, segments);

    /// <summary>An intersection is a node where two or more segments meet.</summary>
    public bool IsIntersection(int node) => SegmentsAt[node].Length >= 2;

    private static int[][] Incidence(int nodes, Segment[] segments)
    {
        var lists = new List<int>[nodes];
        for (int node = 0; node < nodes; node++)
            lists[node] = new List<int>(4);
        for (int i = 0; i < segments.Length; i++)
        {
            lists[segments[i].From].Add(i);
            lists[segments[i].To].Add(i);
        }
        return Array.ConvertAll(lists, list => list.ToArray());
    }
}
