using System.Buffers;
using Evaluator.Contest.Calls;
using Evaluator.Contest.Cases;
using Evaluator.Contest.Files;
using Evaluator.Contest.Lines;
using Evaluator.Scorer.Definition;

namespace Evaluator.Contest.Truth;

/// <summary>Reads what really happened from the emergencies files.</summary>
public static class GroundTruth
{
    /// <summary>The events of a case's month, from the lines of its emergencies file.</summary>
    /// <exception cref="PackageException">The file's header lacks a column.</exception>
    public static MonthTruth Read(ContestCase contestCase, int month, EventTypeTable types, PackageColumns columns, TextLines emergencies)
    {
        var placer = new EventPlacer(contestCase, month, types, columns, emergencies);
        PlacedEvent[] placed = ArrayPool<PlacedEvent>.Shared.Rent(emergencies.Count);
        int placedCount = 0;
        var unplaced = new UnplacedEvents();
        for (int line = 1; line < emergencies.Count; line++)
        {
            switch (placer.Place(emergencies[line], out PlacedEvent found))
            {
                case Placement.Placed: placed[placedCount++] = found; break;
                case Placement.UnknownLocation: unplaced += new UnplacedEvents(1, 0, 0); break;
                case Placement.UnreadableDate: unplaced += new UnplacedEvents(0, 1, 0); break;
                default: unplaced += new UnplacedEvents(0, 0, 1); break;
            }
        }
        var actual = new ActualMonth(contestCase.Layout, ContestYear.DaysIn(month), placed.AsSpan(0, placedCount));
        ArrayPool<PlacedEvent>.Shared.Return(placed);
        return new MonthTruth(month, actual, unplaced);
    }
}
