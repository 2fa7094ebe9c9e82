using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Evaluator.Scorer;

/// <summary><see cref="PlainMonthScorer"/> in vectors: one pass over the predictions, two locations at a time.</summary>
/// <remarks>
/// The fast path neither clamps nor copies: the largest bit pattern proves that all values lie in [+0, 10). Rows that fail, and
/// rows with events (about one in six), are corrected in a copy.
/// </remarks>
internal static unsafe class MonthKernel<TLanes, TVector>
    where TLanes : struct, ILanes<TVector>
    where TVector : unmanaged
{
    public static PredictionFormat Score(ActualMonth actual, double* predictions, Workspace workspace, out MonthScore score)
    {
        workspace.EnsureStreets(actual.Layout.StreetCount);
        score = default;
        if (!TryFormOfLocations(actual, predictions, workspace, out Vector256<double> locations))
            return PredictionFormat.NotANumber;
        Vector256<double> streets = FormOfStreets(actual, workspace);
        TLanes.FormsOfTwo(workspace.BlockGroup, workspace.BlockGroup, actual.Weights, out Vector256<double> blockGroup, out _);
        blockGroup = OverSquare(blockGroup, actual.Layout.LocationCount);
        score = MonthScore.Of(actual, Weigh(locations), Weigh(streets), Weigh(blockGroup));
        return PredictionFormat.WellFormed;
    }

    /// <summary>The locations' forms, and on the way the streets' sums. False if a value is NaN.</summary>
    private static bool TryFormOfLocations(ActualMonth actual, double* predictions, Workspace workspace, out Vector256<double> total)
    {
        ReadOnlySpan<int> locations = actual.Layout.LocationsByStreet;
        int length = actual.RowLength;
        var sums = new StreetSums<TLanes, TVector>(actual.Layout, workspace, length);
        bool copyAll = false;
        total = Vector256<double>.Zero;
        for (int place = 0; place < locations.Length; place += 2)
        {
            int partner = Math.Min(place + 1, locations.Length - 1); // the last row may have to be its own partner
            double* first = predictions + (nint)locations[place] * length;
            double* second = predictions + (nint)locations[partner] * length;
            bool correct = copyAll || actual.HasCells(place, partner);
            if (correct && !TryCorrect(actual, workspace, place, ref first, partner, ref second))
                return false;
            bool inRange = TLanes.FormsOfTwo(
                first, second, actual.Weights, out Vector256<double> firstForm, out Vector256<double> secondForm);
            if (!correct && !inRange)
            {
                // A predictor that leaves the range once will do so again: from here on every row is copied first.
                copyAll = true;
                if (!TryCorrect(actual, workspace, place, ref first, partner, ref second))
                    return false;
                TLanes.FormsOfTwo(first, second, actual.Weights, out firstForm, out secondForm);
            }
            total += firstForm;
            if (partner > place)
            {
                total += secondForm;
                sums.Add(first, second);
            }
            else
            {
                sums.Add(first);
            }
        }
        return true;
    }

    /// <summary>Points two rows at copies, clamped and less the actual events. False if a value is NaN.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool TryCorrect(
        ActualMonth actual, Workspace workspace, int place, ref double* first, int partner, ref double* second)
    {
        bool numbers = TryCorrect(actual, place, first, workspace.First) && TryCorrect(actual, partner, second, workspace.Second);
        first = workspace.First;
        second = workspace.Second;
        return numbers;
    }

    private static bool TryCorrect(ActualMonth actual, int place, double* row, double* corrected)
    {
        if (!RowArithmetic<TLanes, TVector>.TryClamp(row, corrected, actual.RowLength))
            return false;
        foreach (ActualCell cell in actual.CellsAt(place))
            corrected[cell.Index] -= cell.Count;
        return true;
    }

    /// <summary>The streets' forms over their squared sizes, and on the way the block group's sum.</summary>
    private static Vector256<double> FormOfStreets(ActualMonth actual, Workspace workspace)
    {
        ReadOnlySpan<int> start = actual.Layout.StreetStart;
        int streets = actual.Layout.StreetCount;
        Vector256<double> total = Vector256<double>.Zero;
        for (int street = 0; street < streets; street += 2)
        {
            int partner = Math.Min(street + 1, streets - 1);
            TLanes.FormsOfTwo(workspace.Street(street), workspace.Street(partner), actual.Weights,
                out Vector256<double> firstForm, out Vector256<double> secondForm);
            total += OverSquare(firstForm, start[street + 1] - start[street]);
            if (partner > street)
                total += OverSquare(secondForm, start[partner + 1] - start[partner]);
        }
        RowArithmetic<TLanes, TVector>.Copy(workspace.Street(0), workspace.BlockGroup, actual.RowLength);
        for (int street = 1; street < streets; street++)
            RowArithmetic<TLanes, TVector>.Add(workspace.Street(street), workspace.BlockGroup, actual.RowLength);
        return total;
    }

    private static Vector256<double> OverSquare(Vector256<double> form, double members) => form / Vector256.Create(members * members);

    private static double Weigh(Vector256<double> forms) =>
        SpanWeights.WeighTypes(forms.GetElement(0), forms.GetElement(1), forms.GetElement(2), forms.GetElement(3));
}
