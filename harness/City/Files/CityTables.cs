using System.Text;
using Evaluator.City.Dirt;
using Evaluator.City.Emergencies;
using Evaluator.City.Places;
using Evaluator.City.Plan;
using Evaluator.City.Randomness;
using Evaluator.City.Records;
using Evaluator.City.Time;
using Evaluator.Contest.Lint;
using Evaluator.Scorer.Definition;

namespace Evaluator.City.Files;

/// <summary>Writes the tables that there is one of: geography joined from all block groups, code tables, event counts, sets.</summary>
internal sealed class CityTables(ulong seed, DirtRates dirt, PackageFolder folder, PlantedDirt planted)
{
    private const int MovingAverageDays = 15;

    /// <param name="rows">The tables of each block group, in the order of <see cref="GeographyRows.Names"/>.</param>
    public void WriteGeography(Table[][] rows)
    {
        for (int i = 0; i < GeographyRows.Names.Length; i++)
        {
            var table = new Table(1 << 16);
            table.Row(GeographyRows.Headers[i]);
            foreach (Table[] blockGroup in rows)
                table.Append(blockGroup[i]);
            string name = GeographyRows.Names[i];
            string path = name.Contains("-PAST") ? $"events/{name}" : $"geography/{name}";
            bool asWindows1252 = name is "Parcels.csv" or "Intersections.csv" && dirt[DataFault.Windows1252File] > 0
                && !Ascii.IsValid(table.Bytes);
            if (asWindows1252)
                planted.Count(DataFault.Windows1252File);
            folder.Write(path, asWindows1252 ? InWindows1252(table.Bytes) : table.Bytes);
        }
    }

    public void WriteCodeTables()
    {
        var table = new Table();
        table.Row("LandUse", "Description");
        foreach (LandUse use in LandUse.All)
            table.Row(use.Code, use.Meaning);
        folder.Write("geography/Land_Use_Code_Table.csv", table.Bytes);

        table.Clear();
        table.Row("TYPE", "REASON", "SUBJECT");
        foreach (RequestType type in RequestType.All)
            table.Row(type.Type, type.Reason, type.Subject);
        folder.Write("geography/CRM_Case_Type_Code_Table.csv", table.Bytes);

        table.Clear();
        table.Row("final_type", "Disorder", "MedEmerg", "Violent");
        foreach (EmergencyCode code in EmergencyCode.All)
        {
            (bool disorder, bool medical, bool violent) = code.Flags;
            table.Field(code.FinalType).Field(disorder ? 1 : 0).Field(medical ? 1 : 0).Field(violent ? 1 : 0).End();
        }
        folder.Write("geography/Emergency_Type_Code_Table.csv", table.Bytes);
    }

    /// <summary>Event_counts: a moving average over 15 days, shorter at the ends of the year. Integers until the last step.</summary>
    /// <param name="counts">Placed emergencies by day and type.</param>
    public void WriteEventCounts(long[] counts)
    {
        var table = new Table();
        table.Row("date", "Disorder", "MedEmerg", "Violent", "Other");
        for (int day = 0; day < Calendar.Days; day++)
        {
            int from = Math.Max(0, day - MovingAverageDays / 2);
            int end = Math.Min(Calendar.Days, day + MovingAverageDays / 2 + 1);
            table.Date(Calendar.DateOf(day));
            for (int type = 0; type < EventTypes.Count; type++)
            {
                long sum = 0;
                for (int d = from; d < end; d++)
                    sum += counts[d * EventTypes.Count + type];
                table.Fixed((sum * 1000 + (end - from) / 2) / (end - from), 3);
            }
            table.End();
        }
        folder.Write("geography/Event_counts.csv", table.Bytes);
    }

    /// <summary>The five examples; of the others 95 in 539 are provisional, drawn by the seed, and the rest final.</summary>
    public void WriteSets(IReadOnlyList<BlockGroup> blockGroups)
    {
        string[] examples = BlockGroupRegister.Examples.Order(StringComparer.Ordinal).ToArray();
        string[] others = blockGroups.Select(blockGroup => blockGroup.Id).Except(examples).ToArray();
        var random = new RandomStream(seed, Purpose.Sets);
        for (int i = others.Length - 1; i > 0; i--)
        {
            int j = random.Below(i + 1);
            (others[i], others[j]) = (others[j], others[i]);
        }
        int provisional = others.Length * 95 / 539;
        WriteSet("example", examples);
        WriteSet("provisional", others[..provisional]);
        WriteSet("final", others[provisional..]);
    }

    /// <summary>What a Mac leaves in the archives it packs: binary files that no reader may stumble over.</summary>
    public void WriteNoise(string blockGroup)
    {
        if (dirt[DataFault.IgnoredFile] <= 0)
            return;
        ReadOnlySpan<byte> resourceFork = [0x00, 0x05, 0x16, 0x07, 0x00, 0x02, 0x00, 0x00, 0xFF, 0xFE];
        foreach (string name in new[] { $"__MACOSX/._loc-{blockGroup}.csv", $"events/._crm-{blockGroup}-1.csv" })
        {
            folder.Write(name, resourceFork);
            planted.Count(DataFault.IgnoredFile);
        }
    }

    /// <summary>A city so small that nothing is left for a set does not have the set: an empty one is an error of the package.</summary>
    private void WriteSet(string name, string[] ids)
    {
        if (ids.Length == 0)
            return;
        string lines = string.Concat(ids.Order(StringComparer.Ordinal).Select(id => id + "\n"));
        folder.Write($"sets/{name}.txt", Encoding.UTF8.GetBytes(lines));
    }

    /// <summary>The names' letters lie in Latin-1, where Windows-1252 agrees with it.</summary>
    private static byte[] InWindows1252(ReadOnlySpan<byte> utf8) => Encoding.Latin1.GetBytes(Encoding.UTF8.GetString(utf8));
}
