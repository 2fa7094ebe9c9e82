using Evaluator.City.Plan;

namespace Evaluator.City.Places;

/// <summary>Everything that stands in one block group, and the ids it goes by.</summary>
internal sealed class BlockGroupPlaces(BlockGroup blockGroup, Address[] addresses, int[] addressOfParcel, Location[] locations)
{
    public BlockGroup BlockGroup => blockGroup;

    public Address[] Addresses => addresses;

    /// <summary>Index of the address of each parcel.</summary>
    public int[] AddressOfParcel => addressOfParcel;

    /// <summary>In the order of the location file: grouped by street segment.</summary>
    public Location[] Locations => locations;

    /// <summary>Street of each location as a range of location indices: those with the same segment.</summary>
    public (int From, int End)[] StreetOf { get; } = Streets(locations);

    /// <summary>Ids are numbered through the city: how many addresses and parcels come in the block groups before.</summary>
    public int AddressesBefore { get; set; }

    public int ParcelsBefore { get; set; }

    /// <summary>Primary key of the Addresses table.</summary>
    public int LocationId(int address) => AddressesBefore + address + 1;

    /// <summary>Primary key of the Parcels table.</summary>
    public int AddressId(int parcel) => ParcelsBefore + parcel + 1;

    /// <summary>The assessor's number, the other key of the Parcels table: ward (2 digits) and parcel (8).</summary>
    public string ParcelNumber(int parcel) => $"{BlockGroupRegister.DistrictOf(BlockGroup.Id) + 1:00}{AddressId(parcel) * 10L:00000000}";

    /// <summary>The identifier in location and event files.</summary>
    public string PropId(int location) =>
        Locations[location].IsIntersection ? $"I{IntersectionId(Locations[location].Node)}" : $"A{AddressId(Locations[location].Parcel)}";

    public static int StreetId(int segment) => segment + 1;

    public static int IntersectionId(int node) => node + 1;

    private static (int From, int End)[] Streets(Location[] locations)
    {
        var streets = new (int From, int End)[locations.Length];
        for (int from = 0; from < locations.Length;)
        {
            int end = from + 1;
            while (end < locations.Length && locations[end].Segment == locations[from].Segment)
                end++;
            streets.AsSpan(from, end - from).Fill((from, end));
            from = end;
        }
        return streets;
    }
}
