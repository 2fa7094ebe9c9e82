namespace Evaluator.City.Plan;

/// <summary>
/// Computes betweenness and closeness on the network: one shortest-path tree per node, cut at 800 m (Brandes 2001, with unique
/// paths: equal lengths are decided by node number). All sums are of integers, so the order in which threads finish can't
/// show.
/// </summary>
internal sealed class CentralitySurvey
{
    private const int FarDecimetres = 8000;
    private const int NearDecimetres = 4000;

    private readonly StreetNetwork network;
    private readonly long[] far;
    private readonly long[] near;
    private readonly double[] closeness; // by node

    private CentralitySurvey(StreetNetwork network)
    {
        this.network = network;
        far = new long[network.Segments.Length];
        near = new long[network.Segments.Length];
        closeness = new double[network.Nodes.Length];
    }

    /// <summary>Fills <see cref="Segment.Centrality"/> of every segment.</summary>
    public static void Measure(StreetNetwork network, int threads)
    {
        var survey = new CentralitySurvey(network);
        Parallel.For(0, network.Nodes.Length, new ParallelOptions { MaxDegreeOfParallelism = threads },
            () => new Tree(network.Nodes.Length),
            (source, _, tree) =>
            {
                survey.AddPathsFrom(source, tree);
                return tree;
            },
            _ => { });
        for (int i = 0; i < network.Segments.Length; i++)
        {
            Segment segment = network.Segments[i];
            segment.Centrality = new Centrality(survey.far[i] / 1000.0,
                (survey.closeness[segment.From] + survey.closeness[segment.To]) / 2, survey.near[i] / 1000.0);
        }
    }

    /// <summary>One thread's shortest-path tree, reused from source to source.</summary>
    private sealed class Tree(int nodes)
    {
        public readonly int[] Distance = Filled(nodes, int.MaxValue);
        public readonly int[] Via = new int[nodes];       // segment towards the source
        public readonly int[] Below = new int[nodes];     // settled nodes in the subtree
        public readonly int[] BelowNear = new int[nodes];
        public readonly List<int> Settled = [];
        public readonly PriorityQueue<int, long> Frontier = new();

        private static int[] Filled(int count, int value)
        {
            int[] array = new int[count];
            Array.Fill(array, value);
            return array;
        }
    }

    private void AddPathsFrom(int source, Tree tree)
    {
        Grow(source, tree);
        long total = 0;
        for (int i = tree.Settled.Count - 1; i >= 0; i--) // farthest first, so that a subtree is complete when it is handed up
        {
            int node = tree.Settled[i];
            total += tree.Distance[node];
            if (node == source)
                continue;
            int via = tree.Via[node];
            int below = tree.Below[node] + 1;
            int belowNear = tree.BelowNear[node] + (tree.Distance[node] <= NearDecimetres ? 1 : 0);
            Interlocked.Add(ref far[via], below);
            Interlocked.Add(ref near[via], belowNear);
            int parent = OtherEnd(via, node);
            tree.Below[parent] += below;
            tree.BelowNear[parent] += belowNear;
        }
        int reached = tree.Settled.Count - 1;
        closeness[source] = total == 0 ? 0 : 10.0 * reached * reached / total;
        foreach (int node in tree.Settled)
            (tree.Distance[node], tree.Below[node], tree.BelowNear[node]) = (int.MaxValue, 0, 0);
    }

    private void Grow(int source, Tree tree)
    {
        tree.Settled.Clear();
        tree.Frontier.Clear();
        tree.Distance[source] = 0;
        tree.Frontier.Enqueue(source, source);
        while (tree.Frontier.TryDequeue(out int node, out long key))
        {
            int distance = (int)(key >> 32);
            if (distance > tree.Distance[node])
                continue;
            tree.Settled.Add(node);
            foreach (int via in network.SegmentsAt[node])
            {
                int next = OtherEnd(via, node);
                int reach = distance + network.Segments[via].LengthDecimetres;
                if (reach > FarDecimetres || reach >= tree.Distance[next])
                    continue;
                tree.Distance[next] = reach;
                tree.Via[next] = via;
                tree.Frontier.Enqueue(next, ((long)reach << 32) | (uint)next);
            }
        }
        // A node is only settled once: stale entries have a larger distance than the one on record.
    }

    private int OtherEnd(int segment, int node)
    {
        Segment ends = network.Segments[segment];
        return ends.From == node ? ends.To : ends.From;
    }
}
