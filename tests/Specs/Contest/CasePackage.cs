using Evaluator.Contest.Lint;
using Evaluator.Contest.Package;
using Evaluator.Scorer.Definition;

namespace Evaluator.Specs.Contest;

/// <summary>A data package of a few block groups in a temporary folder, whose emergencies are given as placed events.</summary>
internal sealed class CasePackage : IDisposable
{
    private static readonly string[] TypeNames = ["DISORDER", "MEDICAL", "VIOLENT", "OTHER"];

    private readonly List<string> blockGroups = [];

    public CasePackage()
    {
        Folder = Directory.CreateTempSubdirectory("case-package-").FullName;
        Write("Parcels.csv", "Ref_ID\tAddressID");
        Write("Addresses.csv", "LocationID");
        Write("Street_segments.csv", "Ref_ID");
        Write("Intersections.csv", "Ref_ID\tpropID");
        foreach (string kind in (string[])["Deeds", "Distressed_Props", "Petitions", "REOs"])
            Write($"Foreclosure_{kind}.csv", "ParcelID\tDate");
        Write("Emergency_Type_Code_Table.csv", "final_type\tDisorder\tMedEmerg\tViolent", "DISORDER\t1\t0\t0", "MEDICAL\t0\t1\t0",
            "VIOLENT\t0\t0\t1", "OTHER\t0\t0\t0");
    }

    public string Folder { get; }

    /// <summary>A package of so many equal block groups: three locations on two streets, two events in each month.</summary>
    public static CasePackage OfEqualCases(int count)
    {
        var package = new CasePackage();
        for (int i = 1; i <= count; i++)
            package.Add($"25025000{i:0000}", [7, 7, 8], Enumerable.Range(1, 12)
                .ToDictionary(month => month, month => new[] { new PlacedEvent(0, month, 1), new PlacedEvent(2, 5, 2) }));
        return package;
    }

    /// <summary>As many block groups, no two of which have the same events, so that no result can stand for another's.</summary>
    public static CasePackage OfDifferentCases(int count)
    {
        var package = new CasePackage();
        for (int i = 1; i <= count; i++)
        {
            package.Add($"25025000{i:0000}", [7, 7, 8], Enumerable.Range(1, 12).ToDictionary(
                month => month,
                    month => Enumerable.Range(0, 1 + i % 5).Select(n => new PlacedEvent(n % 3, (i + 5 * n + month) % 28, n % 4))
                        .ToArray()));
        }
        return package;
    }

    public void Add(string blockGroup, int[] streetOfLocation, IReadOnlyDictionary<int, PlacedEvent[]> events)
    {
        blockGroups.Add(blockGroup);
        Write($"loc-{blockGroup}.csv", ["Ref_ID\tpropID", .. streetOfLocation.Select((street, i) => $"{street}\tA{i + 1}")]);
        for (int month = 1; month <= 12; month++)
        {
            PlacedEvent[] happened = events.TryGetValue(month, out PlacedEvent[]? some) ? some : [];
            Write($"emergencies-{blockGroup}-{month}.csv",
                ["propID\tfinal_type\tPriority\tdate",
                    .. happened.Select(one => $"A{one.Location + 1}\t{TypeNames[one.Type]}\t1\t2011-{month:00}-{one.Day + 1:00} 12:00")]);
        }
        Write("Census_Block_Groups.csv", ["BG_ID", .. blockGroups]);
        Write("sets/example.txt", [.. blockGroups]);
    }

    public DataPackage Open() => DataPackage.Open(Folder);

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private void Write(string name, params string[] lines)
    {
        string path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllLines(path, lines);
    }
}
