using System.Text;
using Evaluator.Contest;
using Evaluator.Contest.Calls;
using Evaluator.Contest.Cases;
using Evaluator.Contest.Package;
using Evaluator.Contest.Truth;
using Evaluator.Scorer.Definition;

namespace Evaluator.Specs.Contest;

/// <summary>
/// A small data package in a temporary folder. Either one block group with two parcels and an intersection on two streets, all its files
/// there and the event files empty but for their headers, of which a spec changes what it is about; or any number of block groups, whose
/// emergencies are given as placed events.
/// </summary>
internal sealed class SmallPackage : IDisposable
{
    public const string BlockGroup = "250250001001";
    public const string EmergencyHeader = "propID\tfinal_type\tPriority\tdate\n";

    private static readonly string[] TypeNames = ["DISORDER", "MEDICAL", "VIOLENT", "OTHER"];

    private readonly List<string> blockGroups = [];

    private SmallPackage()
    {
        Folder = Directory.CreateTempSubdirectory("small-package-").FullName;
        Write("geography/Street_segments.csv", "Ref_ID\n7\n8\n");
        foreach (string kind in (string[])["Deeds", "Distressed_Props", "Petitions", "REOs"])
            Write($"geography/Foreclosure_{kind}.csv", "ParcelID\tDate\n");
    }

    public string Folder { get; }

    public static string Events(string kind, int month) => $"events/{kind}-{BlockGroup}-{month}.csv";

    /// <summary>One block group, in folders, without an event.</summary>
    public static SmallPackage OfOneCase()
    {
        SmallPackage package = new();
        package.Write("geography/Parcels.csv", "Ref_ID\tAddressID\n7\t1\n7\t2\n");
        package.Write("geography/Addresses.csv", "LocationID\n1\n");
        package.Write("geography/Intersections.csv", "Ref_ID\tpropID\n8\t1\n");
        package.Write("geography/Census_Block_Groups.csv", $"BG_ID\n{BlockGroup}\n");
        package.Write("geography/Emergency_Type_Code_Table.csv",
            "final_type\tDisorder\tMedEmerg\tViolent\nNOISE\t1\t0\t0\nEMS\t0\t1\t0\nFIGHT\t1\t0\t1\nSHOTS\t0\t0\t1\nALARM\t0\t0\t0\n");
        package.WriteLocations("Ref_ID\tpropID\n7\tA1\n7\tA2\n8\tI1\n");
        for (int month = 1; month <= 12; month++)
        {
            package.Write(Events("crm", month), "CASE_ENQUIRY_ID\tTYPE\tpropID\n");
            package.Write(Events("violations", month), "CaseNumber\tDESCRIPT\tAddressID\n");
            package.Write(Events("permits", month), "PermitNumber\tBlock\n");
            package.WriteEmergencies(month, "");
        }
        return package.Write("sets/example.txt", BlockGroup + "\n");
    }

    /// <summary>No block group yet; with what <see cref="Add"/> writes, all files stand in one folder.</summary>
    public static SmallPackage OfCases()
    {
        SmallPackage package = new();
        package.Write("Parcels.csv", "Ref_ID\tAddressID\n");
        package.Write("Addresses.csv", "LocationID\n");
        package.Write("Intersections.csv", "Ref_ID\tpropID\n");
        return package.Write("Emergency_Type_Code_Table.csv",
            "final_type\tDisorder\tMedEmerg\tViolent\nDISORDER\t1\t0\t0\nMEDICAL\t0\t1\t0\nVIOLENT\t0\t0\t1\nOTHER\t0\t0\t0\n");
    }

    /// <summary>So many equal block groups: three locations on two streets, two events in each month.</summary>
    public static SmallPackage OfEqualCases(int count) =>
        OfCases(count, (_, month) => [new PlacedEvent(0, month, 1), new PlacedEvent(2, 5, 2)]);

    /// <summary>As many block groups, no two of which have the same events, so that no result can stand for another's.</summary>
    public static SmallPackage OfDifferentCases(int count) => OfCases(
        count, (i, month) => [.. Enumerable.Range(0, 1 + i % 5).Select(n => new PlacedEvent(n % 3, (i + 5 * n + month) % 28, n % 4))]);

    public void Add(string blockGroup, int[] streetOfLocation, IReadOnlyDictionary<int, PlacedEvent[]> events)
    {
        blockGroups.Add(blockGroup);
        WriteLines($"loc-{blockGroup}.csv", ["Ref_ID\tpropID", .. streetOfLocation.Select((street, i) => $"{street}\tA{i + 1}")]);
        for (int month = 1; month <= 12; month++)
        {
            PlacedEvent[] happened = events.TryGetValue(month, out PlacedEvent[]? some) ? some : [];
            WriteLines($"emergencies-{blockGroup}-{month}.csv", [EmergencyHeader.TrimEnd(), .. happened.Select(one =>
                $"A{one.Location + 1}\t{TypeNames[one.Type]}\t1\t2011-{month:00}-{one.Day + 1:00} 12:00")]);
        }
        WriteLines("Census_Block_Groups.csv", ["BG_ID", .. blockGroups]);
        WriteLines("sets/example.txt", blockGroups);
    }

    public string PathOf(string name) => Path.Combine(Folder, name);

    public SmallPackage Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public SmallPackage Write(string name, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name))!);
        File.WriteAllBytes(PathOf(name), bytes);
        return this;
    }

    public SmallPackage WriteLocations(string text) => Write($"locations/loc-{BlockGroup}.csv", text);

    public SmallPackage WriteEmergencies(int month, string rows) => Write(Events("emergencies", month), EmergencyHeader + rows);

    public SmallPackage Remove(string name)
    {
        File.Delete(PathOf(name));
        return this;
    }

    public DataPackage Open() => DataPackage.Open(Folder);

    public ContestCase ReadCase() => Open().ReadCase(BlockGroup);

    public MonthTruth ReadTruth(int month)
    {
        DataPackage package = Open();
        return package.ReadTruth(package.ReadCase(BlockGroup), month, package.ReadEventTypes());
    }

    /// <summary>The message with which the package is refused before a run.</summary>
    public string Refusal(CallingSequence? sequence = null)
    {
        DataPackage package = Open();
        return Assert.Throws<PackageException>(() => package.RequireRunnable([BlockGroup], sequence ?? CallingSequence.Official)).Message;
    }

    public IReadOnlyList<string> Notes(CallingSequence? sequence = null)
    {
        DataPackage package = Open();
        package.RequireRunnable([BlockGroup], sequence ?? CallingSequence.Official);
        return package.Notes;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static SmallPackage OfCases(int count, Func<int, int, PlacedEvent[]> events)
    {
        SmallPackage package = OfCases();
        for (int i = 1; i <= count; i++)
        {
            package.Add($"25025000{i:0000}", [7, 7, 8],
                Enumerable.Range(1, 12).ToDictionary(month => month, month => events(i, month)));
        }
        return package;
    }

    private void WriteLines(string name, IEnumerable<string> lines) => Write(name, string.Concat(lines.Select(line => line + "\n")));
}
