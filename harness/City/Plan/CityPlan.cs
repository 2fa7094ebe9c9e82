namespace Evaluator.City.Plan;

/// <summary>One census block group: who and where it is.</summary>
/// <param name="Nbhd">One of 17 neighbourhoods.</param>
/// <param name="Area">One of 68 areas, the NSA of the Addresses table.</param>
/// <param name="FirstSegment">Its segments are the range up to, not including, <paramref name="EndSegment"/>.</param>
/// <param name="FirstNode">Likewise its nodes.</param>
/// <param name="SquareMetres">Ground it covers.</param>
public sealed record BlockGroup(
    int Index, string Id, string Nbhd, string Area, Demography People, int FirstSegment, int EndSegment, int FirstNode, int EndNode,
    double SquareMetres);

/// <summary>The city before anybody lives in it: block groups and streets. A pure function of seed and size.</summary>
public sealed class CityPlan
{
    private static readonly string[] Neighbourhoods =
    [
        "Allston-Brighton", "Back Bay", "Financial District", "North End", "Charlestown", "East Boston", "South Boston", "South End",
        "Roxbury", "Dorchester", "Mattapan", "Roslindale", "Jamaica Plain", "West Roxbury", "Hyde Park", "Fenway", "Mission Hill",
    ];

    private static readonly string[] Quarters = ["North", "East", "South", "West"];

    public BlockGroup[] BlockGroups { get; }

    public StreetNetwork Streets { get; }

    private CityPlan(BlockGroup[] blockGroups, StreetNetwork streets) => (BlockGroups, Streets) = (blockGroups, streets);

    public static CityPlan Draw(ulong seed, int count, int threads)
    {
        string[] ids = BlockGroupRegister.Ids(count);
        StreetNetwork streets = StreetLayer.Lay(seed, new Tiling(ids.Length));
        CentralitySurvey.Measure(streets, threads);

        int[] firstSegment = Firsts(ids.Length, streets.Segments.Select(segment => segment.BlockGroup));
        int[] firstNode = Firsts(ids.Length, streets.Nodes.Select(node => node.BlockGroup));
        double[] strains = Demography.Strains(seed, ids);
        var blockGroups = new BlockGroup[ids.Length];
        for (int i = 0; i < ids.Length; i++)
        {
            (string? nbhd, string? area) = Names(i, ids.Length);
            blockGroups[i] = new BlockGroup(i, ids[i], nbhd, area, Demography.Of(seed, i, strains[i]),
                firstSegment[i], firstSegment[i + 1], firstNode[i], firstNode[i + 1], Area(streets, firstSegment[i], firstSegment[i + 1]));
        }
        return new CityPlan(blockGroups, streets);
    }

    /// <summary>17 neighbourhoods of four areas each, consecutive along the curve that the ids follow.</summary>
    private static (string Nbhd, string Area) Names(int index, int count)
    {
        string nbhd = Neighbourhoods[(int)((long)index * Neighbourhoods.Length / count)];
        string quarter = Quarters[(int)((long)index * Neighbourhoods.Length * Quarters.Length / count) % Quarters.Length];
        return (nbhd, $"{nbhd} - {quarter}");
    }

    /// <summary>firsts[i] … firsts[i + 1] is the range of the members of group i; members come in the order of their group.</summary>
    private static int[] Firsts(int groups, IEnumerable<int> groupOfMember)
    {
        int[] firsts = new int[groups + 1];
        foreach (int group in groupOfMember)
            firsts[group + 1]++;
        for (int i = 0; i < groups; i++)
            firsts[i + 1] += firsts[i];
        return firsts;
    }

    /// <summary>Each segment of a lattice with 1.5 segments a node stands for about two thirds of the square of its length.</summary>
    private static double Area(StreetNetwork streets, int from, int end)
    {
        double area = 0.0;
        for (int i = from; i < end; i++)
        {
            double metres = streets.Segments[i].LengthDecimetres / 10.0;
            area += metres * metres * 2 / 3;
        }
        return area;
    }
}
