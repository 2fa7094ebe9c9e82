using Evaluator.Contest.Calls;
using Evaluator.Contest.Cases;
using Evaluator.Contest.Files;
using Evaluator.Contest.Lines;
using Evaluator.Scorer.Definition;

namespace Evaluator.Contest.Truth;

/// <summary>Places the emergencies of one file: one case, one month.</summary>
internal sealed class EventPlacer
{
    private readonly ContestCase contestCase;
    private readonly int month;
    private readonly EventTypeTable types;
    private readonly int locationColumn, typeColumn, dateColumn;

    /// <exception cref="PackageException">The file's header has no such columns.</exception>
    public EventPlacer(ContestCase contestCase, int month, EventTypeTable types, PackageColumns columns, TextLines emergencies)
    {
        this.contestCase = contestCase;
        this.month = month;
        this.types = types;
        (locationColumn, typeColumn, dateColumn) = Require(emergencies, columns);
    }

    internal static (int Location, int Type, int Date) Require(TextLines emergencies, PackageColumns columns) => (
        Header.Require(emergencies, columns.EmergencyLocation, PackageColumns.Advice),
        Header.Require(emergencies, columns.EmergencyType, PackageColumns.Advice),
        Header.Require(emergencies, columns.EmergencyDate, PackageColumns.Advice));

    /// <summary>Where and when the event of a line happened (day 0-based, type 0 to 3), or why it cannot be placed.</summary>
    public Placement Place(ReadOnlySpan<byte> line, out PlacedEvent placed)
    {
        placed = default;
        if (!contestCase.LocationIndex.TryGet(TabFields.At(line, locationColumn), out int location))
            return Placement.UnknownLocation;
        if (!EventDate.TryRead(TabFields.At(line, dateColumn), out DateOnly date))
            return Placement.UnreadableDate;
        if (date.Year != ContestYear.Number || date.Month != month)
            return Placement.OutsideMonth;
        placed = new PlacedEvent(location, date.Day - 1, types.TypeOf(TabFields.At(line, typeColumn)));
        return Placement.Placed;
    }
}
