using Evaluator.City.Places;
using Evaluator.City.Records;

namespace Evaluator.City.Files;

/// <summary>Rows of the offices' files. The callers say what stands in the fields that dirt can change.</summary>
internal static class RecordRows
{
    public static readonly string[] RequestHeader =
        ["CASE_ENQUIRY_ID", "OPEN_DT", "SUBJECT", "REASON", "TYPE", "QUEUE", "Source", "propID"];
    public static readonly string[] ViolationHeader = ["CaseNumber", "date", "status", "code", "DESCRIPT", "AddressID"];
    public static readonly string[] PermitHeader = ["PermitNumber", "date", "type", "Block"];

    private static readonly string[] Channels =
        ["Constituent Call", "Citizens Connect App", "Employee Generated", "City Worker App", "Self Service"];

    /// <param name="number">Counts the requests of the block group; makes the case number.</param>
    /// <param name="writeDate">Writes the date field.</param>
    public static void Write(Table table, BlockGroupPlaces places, ServiceRequest request, int number, Action writeDate, string propId)
    {
        table.Field(101_000_000_000 + places.BlockGroup.Index * 100_000L + number);
        writeDate();
        table.Field(request.Type.Subject).Field(request.Type.Reason).Field(request.Type.Type).Field(request.Type.Queue)
            .Field(Channels[request.Channel]).Field(propId).End();
    }

    public static void Write(
        Table table, BlockGroupPlaces places, Violation violation, int number, Action writeDate, string description, string addressId)
    {
        table.Field($"{(violation.Public ? "CE" : "V")}{places.BlockGroup.Index * 10_000L + number}");
        writeDate();
        table.Field(violation.Closed ? "Closed" : "Open").Field(violation.Kind.Code).Field(description).Field(addressId).End();
    }

    public static void Write(Table table, BlockGroupPlaces places, Permit permit, int number, Action writeDate, string block)
    {
        table.Field($"P{places.BlockGroup.Index * 10_000L + number}");
        writeDate();
        table.Field(PermitType.Names[permit.Type]).Field(block).End();
    }
}
