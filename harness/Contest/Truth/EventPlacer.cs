using Evaluator.Contest.Calls;
using Evaluator.Contest.Cases;
using Evaluator.Contest.Files;
using Evaluator.Contest.Lines;
using Evaluator.Scorer.Definition;

namespace Evaluator.Contest.Truth;

/// <summary>Places the emergencies of one file: one case, one month.</summary>
public sealed class EventPlacer
{
    private readonly ContestCase _case;
    private readonly int _month;
    private readonly EventTypeTable _types;
    private readonly int _locationColumn, _typeColumn, _dateColumn;

    /// <exception cref="PackageException">The file's header has no such columns.</exception>
    public EventPlacer(ContestCase contestCase, int month, EventTypeTable types, PackageColumns columns, TextLines emergencies)
    {
        _case = contestCase;
        _month = month;
        _types = types;
        (_locationColumn, _typeColumn, _dateColumn) = Require(emergencies, columns);
    }

    internal static (int Location, int Type, int Date) Require(TextLines emergencies, PackageColumns columns) => (
        Header.Require(emergencies, columns.EmergencyLocation, PackageColumns.Advice),
        Header.Require(emergencies, columns.EmergencyType, PackageColumns.Advice),
        Header.Require(emergencies, columns.EmergencyDate, PackageColumns.Advice));

    /// <summary>Where and when the event of a line happened (day 0-based, type 0 to 3), or why it cannot be placed.</summary>
    public Placement Place(ReadOnlySpan<byte> line, out PlacedEvent placed)
    {
        placed = default;
        if (!_case.LocationIndex.TryGet(TabFields.At(line, _locationColumn), out int location)) return Placement.UnknownLocation;
        if (!EventDate.TryRead(TabFields.At(line, _dateColumn), out DateOnly date)) return Placement.UnreadableDate;
        if (date.Year != ContestYear.Number || date.Month != _month) return Placement.OutsideMonth;
        placed = new PlacedEvent(location, date.Day - 1, _types.TypeOf(TabFields.At(line, _typeColumn)));
        return Placement.Placed;
    }
}
