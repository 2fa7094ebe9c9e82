using System.Runtime.Intrinsics;

namespace Evaluator.Scorer;

/// <summary><see cref="PlainMonthScorer"/> in vectors: locations, then streets, then the block group.</summary>
internal static unsafe class MonthKernel<TLanes, TVector>
    where TLanes : struct, ILanes<TVector>
    where TVector : unmanaged
{
    public static PredictionFormat Score(ActualMonth actual, double* predictions, Workspace workspace, out MonthScore score)
    {
        score = default;
        workspace.EnsureStreets(actual.Layout.StreetCount);
        if (!new LocationPass<TLanes, TVector>(actual, predictions, workspace).TryRun(out Vector256<double> locations))
            return PredictionFormat.NotANumber;
        Vector256<double> streets = FormOfStreets(actual, workspace);
        score = MonthScore.Of(actual, Weigh(locations), Weigh(streets), Weigh(FormOfBlockGroup(actual, workspace)));
        return PredictionFormat.WellFormed;
    }

    /// <summary>The streets' forms over their squared sizes, and on the way the block group's sum.</summary>
    private static Vector256<double> FormOfStreets(ActualMonth actual, Workspace workspace)
    {
        ReadOnlySpan<int> start = actual.Layout.StreetStart;
        double** rows = stackalloc double*[Workspace.BlockRows];
        double* forms = workspace.Forms;
        Vector256<double> total = Vector256<double>.Zero;
        for (int street = 0; street < actual.Layout.StreetCount; street += Workspace.BlockRows)
        {
            int count = Math.Min(Workspace.BlockRows, actual.Layout.StreetCount - street);
            for (int row = 0; row < count; row++)
                rows[row] = workspace.Street(street + row);
            FormKernel<TLanes, TVector>.Forms(rows, count, actual.Weights, forms);
            for (int row = 0; row < count; row++)
            {
                double members = start[street + row + 1] - start[street + row];
                total += OverSquare(Vector256.Load(forms + row * SpanWeights.Types), members);
            }
            RowArithmetic<TLanes, TVector>.Sum(rows, count, workspace.BlockGroup, street == 0, actual.RowLength);
        }
        return total;
    }

    private static Vector256<double> FormOfBlockGroup(ActualMonth actual, Workspace workspace)
    {
        double* row = workspace.BlockGroup;
        FormKernel<TLanes, TVector>.Forms(&row, 1, actual.Weights, workspace.Forms);
        return OverSquare(Vector256.Load(workspace.Forms), actual.Layout.LocationCount);
    }

    private static Vector256<double> OverSquare(Vector256<double> form, double members) => form / Vector256.Create(members * members);

    private static double Weigh(Vector256<double> forms) =>
        SpanWeights.WeighTypes(forms.GetElement(0), forms.GetElement(1), forms.GetElement(2), forms.GetElement(3));
}
