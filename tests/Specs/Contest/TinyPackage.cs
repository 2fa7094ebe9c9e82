using System.Text;
using Evaluator.Contest;
using Evaluator.Contest.Calls;
using Evaluator.Contest.Cases;
using Evaluator.Contest.Package;
using Evaluator.Contest.Truth;

namespace Evaluator.Specs.Contest;

/// <summary>
/// A small data package in a temporary folder: one block group with two parcels and an intersection on two streets, all its
/// files there and the event files empty but for their headers. A spec changes what it is about.
/// </summary>
internal sealed class TinyPackage : IDisposable
{
    public const string BlockGroup = "250250001001";
    public const string EmergencyHeader = "propID\tfinal_type\tPriority\tdate\n";

    public TinyPackage()
    {
        Folder = Directory.CreateTempSubdirectory("tiny-package-").FullName;
        Write("geography/Parcels.csv", "Ref_ID\tAddressID\n7\t1\n7\t2\n");
        Write("geography/Addresses.csv", "LocationID\n1\n");
        Write("geography/Street_segments.csv", "Ref_ID\n7\n8\n");
        Write("geography/Intersections.csv", "Ref_ID\tpropID\n8\t1\n");
        Write("geography/Census_Block_Groups.csv", $"BG_ID\n{BlockGroup}\n");
        foreach (string kind in new[] { "Deeds", "Distressed_Props", "Petitions", "REOs" })
            Write($"geography/Foreclosure_{kind}.csv", "ParcelID\tDate\n");
        Write("geography/Emergency_Type_Code_Table.csv",
            "final_type\tDisorder\tMedEmerg\tViolent\nNOISE\t1\t0\t0\nEMS\t0\t1\t0\nFIGHT\t1\t0\t1\nSHOTS\t0\t0\t1\nALARM\t0\t0\t0\n");
        Write($"locations/loc-{BlockGroup}.csv", "Ref_ID\tpropID\n7\tA1\n7\tA2\n8\tI1\n");
        for (int month = 1; month <= 12; month++)
        {
            Write(Events("crm", month), "CASE_ENQUIRY_ID\tTYPE\tpropID\n");
            Write(Events("violations", month), "CaseNumber\tDESCRIPT\tAddressID\n");
            Write(Events("permits", month), "PermitNumber\tBlock\n");
            Write(Events("emergencies", month), EmergencyHeader);
        }
        Write("sets/example.txt", BlockGroup + "\n");
    }

    public string Folder { get; }

    public static string Events(string kind, int month) => $"events/{kind}-{BlockGroup}-{month}.csv";

    public string PathOf(string name) => Path.Combine(Folder, name);

    public TinyPackage Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public TinyPackage Write(string name, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name))!);
        File.WriteAllBytes(PathOf(name), bytes);
        return this;
    }

    public TinyPackage WriteLocations(string text) => Write($"locations/loc-{BlockGroup}.csv", text);

    public TinyPackage WriteEmergencies(int month, string rows) => Write(Events("emergencies", month), EmergencyHeader + rows);

    public TinyPackage Remove(string name)
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
}
