using System.Text.Json;
using Evaluator.Contest.Lines;

namespace Evaluator.Contest.Files;

/// <summary>
/// What a package calls the columns the evaluator reads itself. The contest's names, unless <c>package.json</c> gives others:
/// <c>{"emergencies":{"date":"CREATED","type":"final_type","location":"propID"},"foreclosures":{"date":"Date"}}</c>.
/// </summary>
public sealed class PackageColumns
{
    private PackageColumns()
    {
    }

    public string EmergencyDate { get; private set; } = "date";

    public string EmergencyType { get; private set; } = "final_type";

    public string EmergencyLocation { get; private set; } = "propID";

    public string ForeclosureDate { get; private set; } = "Date";

    /// <summary>What to do about a column that is not there.</summary>
    internal const string Advice = "Name the column so, or name another in package.json, as in {\"emergencies\":{\"date\":\"CREATED\"}}.";

    /// <param name="path">The package.json, or null if there is none.</param>
    /// <exception cref="PackageException">Not JSON, or not of that shape.</exception>
    internal static PackageColumns Read(string? path)
    {
        var columns = new PackageColumns();
        if (path is null)
            return columns;
        try
        {
            using var file = new FileStream(LineFile.Open(path), FileAccess.Read); // A stream's byte-order mark is skipped.
            using JsonDocument json = JsonDocument.Parse(file);
            if (json.RootElement.ValueKind != JsonValueKind.Object)
                throw Unexpected(path, "the whole", "an object");
            foreach (JsonProperty part in json.RootElement.EnumerateObject())
                if (part.Name is "emergencies" or "foreclosures")
                    columns.ReadPart(path, part);
        }
        catch (JsonException fault)
        {
            throw new PackageException(
                $"{path}, line {fault.LineNumber + 1}: not JSON: {fault.Message} Mend it or remove the file.", fault);
        }
        return columns;
    }

    private void ReadPart(string path, JsonProperty part)
    {
        if (part.Value.ValueKind != JsonValueKind.Object)
            throw Unexpected(path, $"'{part.Name}'", "an object of column names");
        foreach (JsonProperty column in part.Value.EnumerateObject())
        {
            string? name = column.Value.ValueKind == JsonValueKind.String ? column.Value.GetString()!.Trim() : null;
            if (string.IsNullOrEmpty(name))
                throw Unexpected(path, $"'{part.Name}.{column.Name}'", "the name of a column");
            switch (part.Name, column.Name)
            {
                case ("emergencies", "date"): EmergencyDate = name; break;
                case ("emergencies", "type"): EmergencyType = name; break;
                case ("emergencies", "location"): EmergencyLocation = name; break;
                case ("foreclosures", "date"): ForeclosureDate = name; break;
                default:
                    throw new PackageException($"{path}: '{part.Name}' has no column '{column.Name}'; " +
                        "emergencies has date, type and location, foreclosures has date.");
            }
        }
    }

    private static PackageException Unexpected(string path, string what, string expected) =>
        new($"{path}: {what} should be {expected}, as in {{\"emergencies\":{{\"date\":\"CREATED\"}}}}.");
}
