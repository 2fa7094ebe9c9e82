using System.Runtime.Intrinsics;

namespace Evaluator.Scorer;

/// <summary><see cref="PlainMonthScorer"/> in vectors: locations, then streets, then the block group.</summary>
internal static unsafe class MonthKernel<TLanes, TVector>
    where TLanes : struct, ILanes<TVector>
    where TVector : unmanaged
{
    public static PredictionFormat Score(ActualMonth actual, double* predictions, Workspace workspace, out MonthScore score)
    {
        workspace.EnsureStreets(actual.Layout.StreetCount);
        score = default;
        if (!new LocationPass<TLanes, TVector>(actual, predictions, workspace).TryRun(out Vector256<double> locations))
            return PredictionFormat.NotANumber;
        Vector256<double> streets = FormOfStreets(actual, workspace);
        TLanes.FormsOfTwo(workspace.BlockGroup, workspace.BlockGroup, actual.Weights, out Vector256<double> blockGroup, out _);
        blockGroup = OverSquare(blockGroup, actual.Layout.LocationCount);
        score = MonthScore.Of(actual, Weigh(locations), Weigh(streets), Weigh(blockGroup));
        return PredictionFormat.WellFormed;
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
        for (int street = 0; street < streets; street += Workspace.BlockRows)
            SumStreets(workspace, street, Math.Min(Workspace.BlockRows, streets - street), actual.RowLength);
        return total;
    }

    private static void SumStreets(Workspace workspace, int first, int count, int rowLength)
    {
        double** rows = stackalloc double*[Workspace.BlockRows];
        for (int index = 0; index < count; index++)
            rows[index] = workspace.Street(first + index);
        RowArithmetic<TLanes, TVector>.Sum(rows, count, workspace.BlockGroup, first == 0, rowLength);
    }

    private static Vector256<double> OverSquare(Vector256<double> form, double members) => form / Vector256.Create(members * members);

    private static double Weigh(Vector256<double> forms) =>
        SpanWeights.WeighTypes(forms.GetElement(0), forms.GetElement(1), forms.GetElement(2), forms.GetElement(3));
}
