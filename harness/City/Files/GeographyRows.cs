using Evaluator.City.Dirt;
using Evaluator.City.Places;
using Evaluator.City.Plan;
using Evaluator.City.Randomness;
using Evaluator.City.Records;
using Evaluator.City.Time;
using Evaluator.Contest.Lint;

namespace Evaluator.City.Files;

/// <summary>
/// One block group's rows of the tables that span the city. Written in parallel, joined in the order of the block groups.
/// </summary>
internal sealed class GeographyRows
{
    // The point that Boston's files give what they can't place: City Hall. Centimetres.
    private const int DefaultX = 23_630_000;
    private const int DefaultY = 90_090_000;

    public static readonly string[] Names =
    [
        "Parcels.csv", "Addresses.csv", "Street_segments.csv", "Intersections.csv", "Census_Block_Groups.csv",
        "Foreclosure_Deeds.csv", "Foreclosure_Distressed_Props.csv", "Foreclosure_Petitions.csv", "Foreclosure_REOs.csv",
        "crm-PAST.csv", "violations-PAST.csv", "permits-PAST.csv",
    ];

    public static readonly string[][] Headers =
    [
        ["Ref_ID", "X", "Y", "AddressID", "ZipCd", "ParcelNum", "LandUse", "LotSizeSqF", "ValuationL", "ValuationB", "StreetNbrS",
            "Address", "LocationID"],
        ["TotalSqFt", "TotalLandV", "TotalBldgV", "REF_ID", "X", "Y", "LandUse", "Address", "LocationID", "BG_ID", "Nbhd", "NSA_NAME",
            "unusedparcels", "usedparcels", "parcels"],
        ["Ref_ID", "LENGTH", "CFCC", "BG_ID", "b", "c", "local_b", "Main", "RoadType", "count", "deadend"],
        ["Description", "Main", "RoadType", "Ref_ID", "BG_ID", "X", "Y", "propID"],
        ["BG_ID", "Homeownership", "MedIncomeHouse", "propwhite", "propblack", "propasian", "prophisp", "medage", "propcollege",
            "TotalPop", "popden"],
        ["ParcelID", "Date"], ["ParcelID", "Date"], ["ParcelID", "Date"], ["ParcelID", "Date"],
        RecordRows.RequestHeader, RecordRows.ViolationHeader, RecordRows.PermitHeader,
    ];

    private const int FirstForeclosureTable = 5;
    private const int FirstPastTable = 9;

    private readonly Table[] tables = [.. Names.Select(_ => new Table(256))];
    private readonly BlockGroupPlaces places;
    private readonly StreetNetwork streets;
    private readonly Planter planter;
    private readonly bool ranges;

    private BlockGroup BlockGroup => places.BlockGroup;

    private GeographyRows(ulong seed, DirtRates dirt, StreetNetwork streets, BlockGroupPlaces places, PlantedDirt planted)
    {
        (this.places, this.streets) = (places, streets);
        planter = new Planter(dirt, new RandomStream(seed, Purpose.GeographyDirt, places.BlockGroup.Index), planted);
        ranges = dirt[DataFault.RangeAsNumber] > 0;
    }

    /// <summary>Twelve tables without headers, in the order of <see cref="Names"/>.</summary>
    public static Table[] Write(
        ulong seed, DirtRates dirt, StreetNetwork streets, BlockGroupPlaces places, CivicRecords records, PlantedDirt planted)
    {
        var rows = new GeographyRows(seed, dirt, streets, places, planted);
        for (int parcel = 0; parcel < places.AddressOfParcel.Length; parcel++)
            rows.WriteParcel(parcel);
        for (int address = 0; address < places.Addresses.Length; address++)
            rows.WriteAddress(address);
        for (int segment = rows.BlockGroup.FirstSegment; segment < rows.BlockGroup.EndSegment; segment++)
            rows.WriteSegment(segment);
        foreach (Location location in places.Locations.Where(location => location.IsIntersection).OrderBy(location => location.Node))
            rows.WriteIntersection(location);
        rows.WriteCensus();
        foreach (Foreclosure foreclosure in records.Foreclosures)
            rows.WriteForeclosure(foreclosure);
        rows.WritePast(records);
        return rows.tables;
    }

    private void WriteParcel(int parcel)
    {
        Address address = places.Addresses[places.AddressOfParcel[parcel]];
        WriteParcelRow(parcel, address, places.ParcelNumber(parcel), dirty: true);
        // The assessor split the lot; the address system did not follow.
        if (planter.Plants(DataFault.AddressIdTwice))
            WriteParcelRow(parcel, address, places.ParcelNumber(parcel)[..^1] + "1", dirty: false);
    }

    private void WriteParcelRow(int parcel, Address address, string number, bool dirty)
    {
        (int x, int y) = (address.X, address.Y);
        (int street, string? use) = (BlockGroupPlaces.StreetId(address.Segment), address.Use.Code);
        int locationId = places.LocationId(places.AddressOfParcel[parcel]);
        string zip = $"0{2108 + BlockGroup.Index / 20}";
        if (dirty)
        {
            if (planter.Plants(DataFault.LandUseBlank))
                use = "";
            if (planter.Plants(DataFault.ZipWithoutZero))
                zip = zip[1..];
            if (planter.Plants(DataFault.StreetUnknown))
                street += 900_000;
            if (planter.Plants(DataFault.AddressUnknown))
                locationId += 9_000_000;
            (x, y) = planter.PlantsOneOf([DataFault.DefaultPoint, DataFault.PointOffTheMap]) switch
            {
                DataFault.DefaultPoint => (DefaultX, DefaultY),
                DataFault.PointOffTheMap => (-100, -100),
                _ => (x, y),
            };
        }
        string streetNumber = ranges ? address.StreetNumber : $"{address.Number}";
        if (ranges && address.LastNumber != address.Number)
            planter.Plants(DataFault.RangeAsNumber);
        tables[0].Field(street).Fixed(x, 2).Fixed(y, 2).Field(places.AddressId(parcel)).Field(zip).Field(number).Field(use)
            .Field(address.LotSquareFeet).Field(address.LandValue).Field(address.BuildingValue)
            .Field(streetNumber).Field($"{streetNumber} {streets.Segments[address.Segment].Name}").Field(locationId).End();
    }

    private void WriteAddress(int index)
    {
        Address address = places.Addresses[index];
        int unused = address.Use.Code is "CL" or "RL" ? address.Parcels : 0;
        string blockGroup = planter.Plants(DataFault.BlockGroupIdMalformed) ? "0" + BlockGroup.Id : BlockGroup.Id;
        tables[1].Field((long)address.LotSquareFeet * address.Parcels).Field((long)address.LandValue * address.Parcels)
            .Field((long)address.BuildingValue * address.Parcels).Field(BlockGroupPlaces.StreetId(address.Segment))
            .Fixed(address.X, 2).Fixed(address.Y, 2).Field(address.Use.Code)
            .Field($"{address.StreetNumber} {streets.Segments[address.Segment].Name}").Field(places.LocationId(index)).Field(blockGroup)
            .Field(BlockGroup.Nbhd).Field(BlockGroup.Area).Field(unused).Field(address.Parcels - unused).Field(address.Parcels).End();
    }

    private void WriteSegment(int index)
    {
        Segment segment = streets.Segments[index];
        tables[2].Field(BlockGroupPlaces.StreetId(index)).Fixed(segment.LengthDecimetres, 1).Field(segment.Main ? "A31" : "A41")
            .Field(BlockGroup.Id)
            .Fixed(Rounded(segment.Centrality.Betweenness, 1000), 3).Fixed(Rounded(segment.Centrality.Closeness, 1000), 3)
            .Fixed(Rounded(segment.Centrality.Local, 1000), 3)
            .Field(segment.Main ? 1 : 0).Field(segment.RoadType).Field(0).Field(segment.DeadEnd ? 1 : 0).End();
    }

    private void WriteIntersection(Location location)
    {
        Node node = streets.Nodes[location.Node];
        Segment street = streets.Segments[location.Segment];
        tables[3].Field($"INTERSECTION {node.Along} & {node.Across}").Field(street.Main ? 1 : 0).Field(street.RoadType)
            .Field(BlockGroupPlaces.StreetId(location.Segment)).Field(BlockGroup.Id).Fixed(node.X, 2).Fixed(node.Y, 2)
            .Field(BlockGroupPlaces.IntersectionId(location.Node)).End();
    }

    private void WriteCensus()
    {
        const double SquareMetresOfASquareMile = 2_589_988.11;
        Demography people = BlockGroup.People;
        double density = people.Population / (BlockGroup.SquareMetres / SquareMetresOfASquareMile);
        tables[4].Field(BlockGroup.Id).Fixed(Rounded(people.Homeownership, 1e6), 6).Fixed(people.MedianIncome * 10L, 1)
            .Fixed(Rounded(people.White, 1000), 3).Fixed(Rounded(people.Black, 1000), 3).Fixed(Rounded(people.Asian, 1000), 3)
            .Fixed(Rounded(people.Hispanic, 1000), 3).Fixed(Rounded(people.MedianAge, 10), 1).Fixed(Rounded(people.College, 1e6), 6)
            .Fixed(people.Population * 10L, 1).Fixed(Rounded(density, 1e6), 6).End();
    }

    private void WriteForeclosure(Foreclosure foreclosure)
    {
        Table table = tables[FirstForeclosureTable + (int)foreclosure.Kind];
        int parcel = places.Locations[foreclosure.Location].Parcel;
        table.Field(planter.Plants(DataFault.WrongKey) ? $"{places.AddressId(parcel)}" : places.ParcelNumber(parcel));
        if (planter.Plants(DataFault.DateUnreadable))
            table.Field("").End();
        else
            table.Date(Calendar.DateOf(foreclosure.Day)).End();
    }

    /// <summary>Events before 2011: for training only, so they are left clean.</summary>
    private void WritePast(CivicRecords records)
    {
        Table requests = tables[FirstPastTable], violations = tables[FirstPastTable + 1], permits = tables[FirstPastTable + 2];
        for (int i = 0; i < records.Requests.Length && records.Requests[i] is { Day: < 0 } request; i++)
            RecordRows.Write(requests, places, request, i, () => requests.Moment(Calendar.DateOf(request.Day), request.Second),
                places.PropId(request.Location));
        for (int i = 0; i < records.Violations.Length && records.Violations[i] is { Day: < 0 } violation; i++)
            RecordRows.Write(violations, places, violation, i, () => violations.Date(Calendar.DateOf(violation.Day)),
                violation.Kind.Text,
                places.PropId(violation.Location)[1..]);
        for (int i = 0; i < records.Permits.Length && records.Permits[i] is { Day: < 0 } permit; i++)
            RecordRows.Write(permits, places, permit, i, () => permits.Date(Calendar.DateOf(permit.Day)),
                places.PropId(permit.Location)[1..]);
    }

    private static long Rounded(double value, double scale) => (long)Math.Floor(value * scale + 0.5);
}
