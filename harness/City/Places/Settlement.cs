using Evaluator.City.Plan;
using Evaluator.City.Randomness;

namespace Evaluator.City.Places;

/// <summary>Builds up one block group: addresses along its segments, parcels in the addresses, and its intersections.</summary>
internal static class Settlement
{
    /// <summary>98,355 addresses on 13,048 streets (O'Brien 2019).</summary>
    private const double AddressesPerSegment = 7.5;

    public static BlockGroupPlaces Build(ulong seed, CityPlan plan, BlockGroup blockGroup)
    {
        var random = new RandomStream(seed, Purpose.Places, blockGroup.Index);
        // More people than usual are more addresses than usual, less than in proportion: they live in larger houses.
        double people = Math.Max(200, blockGroup.People.Population) / 1146.0;
        double density = AddressesPerSegment * 1.02 * Math.Sqrt(people) * random.LogNormal(0.35);
        var addresses = new List<Address>();
        var addressOfParcel = new List<int>();
        for (int segment = blockGroup.FirstSegment; segment < blockGroup.EndSegment; segment++)
        {
            int count = Math.Clamp((int)(density * random.LogNormal(0.85) + random.Unit()), 1, 142);
            BuildUp(plan.Streets, segment, count, blockGroup.People, addresses, addressOfParcel, ref random);
        }
        return new BlockGroupPlaces(blockGroup, addresses.ToArray(), addressOfParcel.ToArray(),
            LocationsByStreet(plan.Streets, blockGroup, addresses));
    }

    private static void BuildUp(
        StreetNetwork streets, int segment, int count, Demography people, List<Address> addresses, List<int> addressOfParcel,
        ref RandomStream random)
    {
        Segment street = streets.Segments[segment];
        (Node from, Node to) = (streets.Nodes[street.From], streets.Nodes[street.To]);
        int number = 1 + 2 * random.Below(200);
        for (int i = 0; i < count; i++)
        {
            double along = (i + 0.5) / count;
            int x = (int)(from.X + along * (to.X - from.X)) + (i % 2 == 0 ? 1200 : -1200);
            int y = (int)(from.Y + along * (to.Y - from.Y)) + (i % 2 == 0 ? 1200 : -1200);
            LandUse use = LandUse.All[LandUse.Shares.Draw(ref random)];
            if (street.RoadType == "Com" && random.Chance(0.3))
                use = LandUse.All[4];
            int parcels = use.ParcelsMore == 0 ? 1 : random.Geometric(1 / (1 + use.ParcelsMore), 60);
            int last = random.Chance(0.15) ? number + 2 * (1 + random.Below(2)) : number; // 15 % of numbers are ranges
            int lot = (int)(2500 * random.LogNormal(0.6));
            double wealth = Math.Max(20_000, people.MedianIncome) / 52_300.0;
            addresses.Add(new Address(segment, number, last, use, x, y, addressOfParcel.Count, parcels, lot,
                (int)(60 * lot * wealth), (int)(90 * lot * wealth * random.LogNormal(0.4))));
            for (int parcel = 0; parcel < parcels; parcel++)
                addressOfParcel.Add(addresses.Count - 1);
            number = last + 1 + random.Below(3);
        }
    }

    /// <summary>
    /// Segment by segment, intersections before parcels; at the end intersections whose street lies in another block group.
    /// </summary>
    private static Location[] LocationsByStreet(StreetNetwork streets, BlockGroup blockGroup, List<Address> addresses)
    {
        ILookup<int, int> intersections = Enumerable.Range(blockGroup.FirstNode, blockGroup.EndNode - blockGroup.FirstNode)
            .Where(streets.IsIntersection)
            .ToLookup(node => Attributed(streets, node, blockGroup));
        ILookup<int, Address> bySegment = addresses.ToLookup(address => address.Segment);
        var locations = new List<Location>();
        for (int segment = blockGroup.FirstSegment; segment < blockGroup.EndSegment; segment++)
        {
            locations.AddRange(intersections[segment].Select(node => new Location(segment, -1, node)));
            foreach (Address address in bySegment[segment])
                for (int i = 0; i < address.Parcels; i++)
                    locations.Add(new Location(segment, address.FirstParcel + i, -1));
        }
        foreach (IGrouping<int, int> elsewhere in intersections
            .Where(group => group.Key < blockGroup.FirstSegment || group.Key >= blockGroup.EndSegment))
            locations.AddRange(elsewhere.Select(node => new Location(elsewhere.Key, -1, node)));
        return locations.ToArray();
    }

    /// <summary>The one street an intersection is attributed to: the first of its own block group if there is one.</summary>
    private static int Attributed(StreetNetwork streets, int node, BlockGroup blockGroup)
    {
        int[] meeting = streets.SegmentsAt[node];
        int own = Array.FindIndex(meeting, segment => streets.Segments[segment].BlockGroup == blockGroup.Index);
        return meeting[Math.Max(0, own)];
    }
}
