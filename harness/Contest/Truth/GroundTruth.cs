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
            Placement placement = placer.Place(emergencies[line], out PlacedEvent found);
            if (placement == Placement.Placed)
                placed[placedCount++] = found;
            else
                unplaced += UnplacedEvents.One(placement);
        }
        var actual = new ActualMonth(contestCase.Layout, ContestYear.DaysIn(month), placed.AsSpan(0, placedCount));
        ArrayPool<PlacedEvent>.Shared.Return(placed);
        return new MonthTruth(month, actual, unplaced);
    }

    /// <summary>
    /// How many of the lines could be placed, and why the others could not: what <see cref="Read"/> would find, without a month made of it.
    /// </summary>
    /// <exception cref="PackageException">The file's header lacks a column.</exception>
    internal static (int Placed, UnplacedEvents Unplaced) Tally(
        ContestCase contestCase, int month, EventTypeTable types, PackageColumns columns, TextLines emergencies)
    {
        var placer = new EventPlacer(contestCase, month, types, columns, emergencies);
        var unplaced = new UnplacedEvents();
        for (int line = 1; line < emergencies.Count; line++)
        {
            Placement placement = placer.Place(emergencies[line], out _);
            if (placement != Placement.Placed)
                unplaced += UnplacedEvents.One(placement);
        }
        return (Math.Max(0, emergencies.Count - 1) - unplaced.Total, unplaced);
    }
}
