using Evaluator.City.Dirt;
using Evaluator.City.Emergencies;
using Evaluator.City.Places;
using Evaluator.City.Randomness;
using Evaluator.City.Records;
using Evaluator.City.Time;
using Evaluator.Contest.Lint;
using Evaluator.Scorer.Definition;

namespace Evaluator.City.Files;

/// <summary>Writes the location file and the 48 event files of one block group, dirt included.</summary>
internal sealed class EventFiles
{
    private readonly BlockGroupPlaces places;
    private readonly BlockGroupPlaces[] city;
    private readonly PackageFolder folder;
    private readonly Planter records;
    private readonly Planter emergencyRows;
    private readonly Planter files;
    private readonly Table table = new(16_384);

    /// <param name="city">All block groups: events are sometimes filed under the wrong one.</param>
    public EventFiles(
        ulong seed, DirtRates dirt, BlockGroupPlaces places, BlockGroupPlaces[] city, PackageFolder folder, PlantedDirt planted)
    {
        (this.places, this.city, this.folder) = (places, city, folder);
        Planter For(Purpose purpose) => new(dirt, new RandomStream(seed, purpose, places.BlockGroup.Index), planted);
        records = For(Purpose.EventDirt);
        emergencyRows = For(Purpose.EmergencyDirt);
        files = For(Purpose.FileDirt);
    }

    public void WriteLocations()
    {
        Begin("Ref_ID", "propID");
        var again = new List<int>();
        for (int i = 0; i < places.Locations.Length; i++)
        {
            string street = files.Plants(DataFault.LocationWithoutStreet)
                ? ""
                : $"{BlockGroupPlaces.StreetId(places.Locations[i].Segment)}";
            table.Field(street).Field(places.PropId(i)).End();
            if (files.Plants(DataFault.LocationTwice))
                again.Add(i);
        }
        foreach (int i in again)
            table.Field(BlockGroupPlaces.StreetId(places.Locations[i].Segment)).Field(places.PropId(i)).End();
        folder.Write($"locations/loc-{places.BlockGroup.Id}.csv", table.Bytes);
    }

    public void WriteRequests(ServiceRequest[] requests)
    {
        for (int month = 1; month <= Calendar.LastMonth; month++)
        {
            Begin(RecordRows.RequestHeader);
            for (int i = 0; i < requests.Length; i++)
            {
                if (Calendar.MonthOf(requests[i].Day) != month)
                    continue;
                string place = records.PlantsOneOf(
                    [DataFault.PlaceBlank, DataFault.FloatAsId, DataFault.PlaceElsewhere, DataFault.PlaceUnknown]) switch
                {
                    DataFault.PlaceBlank => "",
                    DataFault.FloatAsId => places.PropId(requests[i].Location) + ".0",
                    DataFault.PlaceElsewhere => Elsewhere(records, parcelsOnly: false),
                    DataFault.PlaceUnknown => $"A{UnknownId(records)}",
                    _ => places.PropId(requests[i].Location),
                };
                RecordRows.Write(table, places, requests[i], i, () => Date(records, requests[i].Day, requests[i].Second), place);
            }
            End("crm", month);
        }
    }

    public void WriteViolations(Violation[] violations)
    {
        for (int month = 1; month <= Calendar.LastMonth; month++)
        {
            Begin(RecordRows.ViolationHeader);
            for (int i = 0; i < violations.Length; i++)
            {
                if (Calendar.MonthOf(violations[i].Day) != month)
                    continue;
                WriteViolation(violations[i], i);
            }
            End("violations", month);
        }
    }

    private void WriteViolation(Violation violation, int number)
    {
        string place = records.PlantsOneOf([DataFault.PlaceElsewhere, DataFault.PlaceUnknown]) switch
        {
            DataFault.PlaceElsewhere => Elsewhere(records, parcelsOnly: true)[1..],
            DataFault.PlaceUnknown => UnknownId(records),
            _ => places.PropId(violation.Location)[1..],
        };
        string text = violation.Kind.Text;
        if (records.Plants(DataFault.DescriptionBlank))
            text = "";
        else if (violation.Kind.Twin is { } twin && records.Plants(DataFault.SpellingTwin))
            text = twin;
        RecordRows.Write(table, places, violation, number, () => Date(records, violation.Day, null), text, place);
        if (records.Plants(DataFault.CaseNumberTwice))
        {
            // The same case again with its outcome, as the city's list has it; clean but for its number.
            Violation closed = violation with { Closed = !violation.Closed };
            RecordRows.Write(table, places, closed, number, () => table.Date(Calendar.DateOf(violation.Day)), violation.Kind.Text,
                places.PropId(violation.Location)[1..]);
        }
    }

    public void WritePermits(Permit[] permits)
    {
        for (int month = 1; month <= Calendar.LastMonth; month++)
        {
            Begin(RecordRows.PermitHeader);
            for (int i = 0; i < permits.Length; i++)
            {
                Permit permit = permits[i];
                if (Calendar.MonthOf(permit.Day) != month)
                    continue;
                string place = records.PlantsOneOf([DataFault.WrongKey, DataFault.PlaceElsewhere, DataFault.PlaceUnknown]) switch
                {
                    DataFault.WrongKey => places.ParcelNumber(places.Locations[permit.Location].Parcel),
                    DataFault.PlaceElsewhere => Elsewhere(records, parcelsOnly: true)[1..],
                    DataFault.PlaceUnknown => UnknownId(records),
                    _ => places.PropId(permit.Location)[1..],
                };
                RecordRows.Write(table, places, permit, i, () => Date(records, permit.Day, null), place);
            }
            End("permits", month);
        }
    }

    public void WriteEmergencies(Emergency[] emergencies)
    {
        for (int month = 1; month <= Calendar.LastMonth; month++)
        {
            Begin("propID", "final_type", "Priority", "date");
            foreach (Emergency call in emergencies)
            {
                if (Calendar.MonthOf(call.Day) != month)
                    continue;
                WriteRow(places.PropId(call.Location), FinalType(call), call);
                if (emergencyRows.PlantsOneOf(
                        [DataFault.EmergencyWithoutPlace, DataFault.EmergencyElsewhere, DataFault.EmergencyPlaceUnknown,
                        DataFault.EmergencyDateUnreadable, DataFault.EmergencyOutsideMonth]) is { } fault)
                    WriteLostRow(fault, call);
            }
            End("emergencies", month);
        }
    }

    private string FinalType(Emergency call)
    {
        if (call.Code.Type == EventTypes.Other && emergencyRows.Plants(DataFault.TypeNotInTable))
            return EmergencyCode.NotInTable[emergencyRows.Below(EmergencyCode.NotInTable.Length)];
        return emergencyRows.Plants(DataFault.TypeMisspelt) ? call.Code.FinalType.ToLowerInvariant() + " " : call.Code.FinalType;
    }

    /// <summary>An extra row like the one before, of an event that nobody can place.</summary>
    private void WriteLostRow(DataFault fault, Emergency like)
    {
        string place = fault switch
        {
            DataFault.EmergencyWithoutPlace => "",
            DataFault.EmergencyElsewhere => Elsewhere(emergencyRows, parcelsOnly: false),
            DataFault.EmergencyPlaceUnknown => $"A{UnknownId(emergencyRows)}",
            _ => places.PropId(like.Location),
        };
        table.Field(place).Field(like.Code.FinalType).Field(like.Code.Priority);
        if (fault == DataFault.EmergencyDateUnreadable)
            table.Field(UnreadableDate(emergencyRows)).End();
        else if (fault == DataFault.EmergencyOutsideMonth)
            table.Moment(Calendar.DateOf(OutsideMonth(emergencyRows, like.Day)), like.Second).End();
        else
            table.Moment(Calendar.DateOf(like.Day), like.Second).End();
    }

    private void WriteRow(string place, string finalType, Emergency call) =>
        table.Field(place).Field(finalType).Field(call.Code.Priority).Moment(Calendar.DateOf(call.Day), call.Second).End();

    private void Begin(params ReadOnlySpan<string> header)
    {
        table.Clear();
        if (files.Plants(DataFault.ByteOrderMark))
            table.ByteOrderMark();
        table.Crlf = files.Plants(DataFault.CrlfFile);
        table.Row(header);
    }

    private void End(string kind, int month) => folder.Write($"events/{kind}-{places.BlockGroup.Id}-{month}.csv", table.Bytes);

    /// <summary>Writes the date field of a record, or what dirt makes of it.</summary>
    private void Date(Planter planter, int day, int? second)
    {
        switch (planter.PlantsOneOf([DataFault.DateUnreadable, DataFault.DateOutsideMonth]))
        {
            case DataFault.DateUnreadable: table.Field(UnreadableDate(planter)); return;
            case DataFault.DateOutsideMonth: day = OutsideMonth(planter, day); break;
        }
        if (second is { } s)
            table.Moment(Calendar.DateOf(day), s);
        else
            table.Date(Calendar.DateOf(day));
    }

    private static string UnreadableDate(Planter planter) => planter.Below(3) switch { 0 => "", 1 => "unknown", _ => "31/12/11" };

    private static int OutsideMonth(Planter planter, int day) => Calendar.MonthStart(Calendar.MonthOf(day)) - 1 - planter.Below(25);

    /// <summary>A place of another block group.</summary>
    private string Elsewhere(Planter planter, bool parcelsOnly)
    {
        BlockGroupPlaces other = city[(places.BlockGroup.Index + 1 + planter.Below(city.Length - 1)) % city.Length];
        return parcelsOnly || planter.Below(4) > 0
            ? $"A{other.AddressId(planter.Below(other.AddressOfParcel.Length))}"
            : other.PropId(planter.Below(other.Locations.Length));
    }

    /// <summary>A number beyond every id of the city.</summary>
    private static string UnknownId(Planter planter) => $"{9_000_000 + planter.Below(999_999)}";
}
