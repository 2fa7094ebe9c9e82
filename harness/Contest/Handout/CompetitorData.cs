using Evaluator.Contest.Calls;
using Evaluator.Contest.Files;
using Evaluator.Contest.Lines;
using Evaluator.Contest.Package;

namespace Evaluator.Contest.Handout;

/// <summary>
/// What the contest gives out of a data package. Set 1: the geography and all events to the end of August, of every block group. Set 2:
/// the autumn of
/// the open cases (ruling 13), which are the examples. Unpacked into one folder the two are a data package to run the examples on.
/// <para>
/// Files are named one by one: what is not known here is not handed out. And where a file is, its rows are looked at: a row of a closed
/// block group that is
/// dated after August stays back even where it stands in an earlier month's file, as do foreclosures after August, the daily counts that
/// September
/// had a part in, and the names of the closed sets. A file of which nothing stays back is handed out byte for byte.
/// </para>
/// </summary>
/// <exception cref="PackageException">A table has no column of dates, or the package has no open cases.</exception>
public sealed class CompetitorData
{
    /// <summary>Event_counts.csv is a moving average over 15 days: a day's figure has seven days before it and seven behind it.</summary>
    private const int DaysAveragedAhead = 7;

    private static readonly DateOnly LastOpenDay = CallingSequence.Official.LastDayInSetup;

    private static readonly DateOnly LastDayBeforeTheYear = new(ContestYear.Number - 1, 12, 31);

    private readonly DataPackage package;
    private readonly HashSet<string> open;

    public CompetitorData(DataPackage package)
    {
        this.package = package;
        open = [.. package.OpenCases];
        if (open.Count == 0)
            throw new PackageException($"{package.Folder} has no {ContestFiles.Set("example")}; competitors get the autumn of the "
                + "examples, so a contest needs some. One block group id a line was expected.");
        BlockGroups = [.. package.Names.Select(ContestFiles.BlockGroupOfLocations).OfType<string>().Order(StringComparer.Ordinal)];
    }

    /// <summary>Every block group that has locations, in ordinal order.</summary>
    public IReadOnlyList<string> BlockGroups { get; }

    /// <summary>Geography and code tables, the examples' names, locations, events of January to August, and what is known of the years
    /// before.</summary>
    public IEnumerable<HandedOutFile> SetOne()
    {
        foreach (string table in ContestFiles.SetupTables.Append(ContestFiles.EmergencyTypes).Concat(ContestFiles.OptionalTables))
            if (package.Find(table) is { } path)
                yield return new HandedOutFile($"geography/{table}", GeographyOf(table, path));
        foreach (string name in (string[])[ContestFiles.Columns, ContestFiles.Set("example")])
            if (package.Find(name) is { } path)
                yield return new HandedOutFile(name, File.ReadAllBytes(path));
        foreach (EventKind kind in ContestFiles.EventKinds)
            if (package.Find(ContestFiles.Past(kind)) is { } path)
                yield return new HandedOutFile($"events/{ContestFiles.Past(kind)}",
                    UpTo(LastDayBeforeTheYear, path, DateColumnOf(kind), keepUndated: false));
        foreach (string blockGroup in BlockGroups)
        {
            yield return new HandedOutFile($"locations/{ContestFiles.Locations(blockGroup)}",
                File.ReadAllBytes(package.Find(ContestFiles.Locations(blockGroup))!));
            foreach (HandedOutFile file in EventsOf(blockGroup, 1, LastOpenDay.Month))
                yield return file;
        }
    }

    /// <summary>The events of September to December of the open cases.</summary>
    public IEnumerable<HandedOutFile> SetTwo() =>
        open.Order(StringComparer.Ordinal).SelectMany(blockGroup => EventsOf(blockGroup, LastOpenDay.Month + 1, 12));

    private byte[] GeographyOf(string table, string path) =>
        ContestFiles.IsForeclosures(table) ? UpTo(LastOpenDay, path, package.Columns.ForeclosureDate, keepUndated: false)
        : table == ContestFiles.EventCounts ? UpTo(LastOpenDay.AddDays(-DaysAveragedAhead), path, "date", keepUndated: false)
        : File.ReadAllBytes(path);

    private IEnumerable<HandedOutFile> EventsOf(string blockGroup, int firstMonth, int lastMonth)
    {
        for (int month = firstMonth; month <= lastMonth; month++)
        {
            foreach (EventKind kind in ContestFiles.EventKinds)
            {
                string name = ContestFiles.Events(kind, blockGroup, month);
                if (package.Find(name) is not { } path)
                    continue;
                byte[] bytes = open.Contains(blockGroup)
                    ? File.ReadAllBytes(path) : UpTo(LastOpenDay, path, DateColumnOf(kind), keepUndated: true);
                yield return new HandedOutFile($"events/{name}", bytes);
            }
        }
    }

    private string DateColumnOf(EventKind kind) => kind switch
    {
        EventKind.Crm => "OPEN_DT",
        EventKind.Emergencies => package.Columns.EmergencyDate,
        _ => "date",
    };

    /// <summary>The file without the rows that are dated later. An event without a readable date belongs to the month of its file and
    /// stays, where asked for.</summary>
    private static byte[] UpTo(DateOnly lastDay, string path, string dateColumn, bool keepUndated)
    {
        using TextLines lines = LineFile.Read(path);
        if (lines.Count <= 1)
            return File.ReadAllBytes(path);
        int column = Header.Find(lines[0], dateColumn);
        var kept = new List<int>(lines.Count) { 0 };
        for (int line = 1; line < lines.Count; line++)
            if (IsOpen(lines[line], column, lastDay, keepUndated))
                kept.Add(line);
        return kept.Count == lines.Count ? File.ReadAllBytes(path) : Written(lines, kept);
    }

    /// <summary>A table whose column of dates has another name is judged by every field that reads as a date.</summary>
    private static bool IsOpen(ReadOnlySpan<byte> row, int column, DateOnly lastDay, bool keepUndated)
    {
        if (column >= 0)
            return EventDate.TryRead(TabFields.At(row, column), out DateOnly date) ? date <= lastDay : keepUndated;
        bool dated = false;
        foreach (Range field in row.Split((byte)'\t'))
        {
            if (!EventDate.TryRead(row[field], out DateOnly date))
                continue;
            if (date > lastDay)
                return false;
            dated = true;
        }
        return dated || keepUndated;
    }

    private static byte[] Written(TextLines lines, List<int> kept)
    {
        using var text = new MemoryStream(lines.Bytes.Length + kept.Count);
        foreach (int line in kept)
        {
            text.Write(lines[line]);
            text.WriteByte((byte)'\n');
        }
        return text.ToArray();
    }
}
