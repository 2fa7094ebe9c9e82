using System.Runtime.Intrinsics;
using Evaluator.Scorer.Definition;

namespace Evaluator.Scorer.Kernel;

/// <summary><see cref="PlainMonthScorer"/> in vectors: locations, then streets, then the block group.</summary>
internal static unsafe class MonthKernel<TLanes, TVector>
    where TLanes : struct, ILanes<TVector>
    where TVector : unmanaged
{
    public static PredictionFormat Score(ActualMonth actual, double* predictions, Workspace workspace, out MonthScore score)
    {
        score = default;
        workspace.EnsureStreets(actual.Layout.StreetCount);
        // A predictor that leaves the range once does so often: its first row tells nearly always, and then one pass is enough.
        bool clamp = RowArithmetic<TLanes, TVector>.AnyOutside(predictions, actual.RowLength);
        PassOutcome outcome = new LocationPass<TLanes, TVector>(actual, predictions, workspace, clamp).Run(out Vector256<double> locations);
        if (outcome == PassOutcome.OutOfRange)
            outcome = new LocationPass<TLanes, TVector>(actual, predictions, workspace, clamp: true).Run(out locations);
        if (outcome == PassOutcome.NotANumber)
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
        double** bases = stackalloc double*[Workspace.BlockRows], sums = stackalloc double*[Workspace.BlockRows];
        double* forms = workspace.Forms;
        Vector256<double> total = Vector256<double>.Zero;
        for (int street = 0; street < actual.Layout.StreetCount; street += Workspace.BlockRows)
        {
            int count = Math.Min(Workspace.BlockRows, actual.Layout.StreetCount - street);
            for (int row = 0; row < count; row++)
            {
                rows[row] = workspace.Street(street + row);
                bases[row] = street + row == 0 ? workspace.Zeros : workspace.BlockGroup;
                sums[row] = workspace.BlockGroup;
            }
            if (count % 2 != 0)
                sums[count] = bases[count] = workspace.Nowhere;
            var block = new RowBlock(rows, bases, sums, count, corrected: 0, workspace.Street(street + count));
            FormKernel<TLanes, TVector>.Forms<Unclamped>(block, actual.Weights, workspace.Sums, forms);
            for (int row = 0; row < count; row++)
            {
                double members = start[street + row + 1] - start[street + row];
                total += OverSquare(Vector256.Load(forms + row * EventTypes.Count), members);
            }
        }
        return total;
    }

    private static Vector256<double> FormOfBlockGroup(ActualMonth actual, Workspace workspace)
    {
        double* row = workspace.BlockGroup;
        double** nowhere = stackalloc double*[] { workspace.Nowhere, workspace.Nowhere };
        var block = new RowBlock(&row, nowhere, nowhere, 1, corrected: 0, ahead: row);
        FormKernel<TLanes, TVector>.Forms<Unclamped>(block, actual.Weights, workspace.Sums, workspace.Forms);
        return OverSquare(Vector256.Load(workspace.Forms), actual.Layout.LocationCount);
    }

    private static Vector256<double> OverSquare(Vector256<double> form, double members) => form / Vector256.Create(members * members);

    private static double Weigh(Vector256<double> forms) =>
        EventTypes.Weigh(forms.GetElement(0), forms.GetElement(1), forms.GetElement(2), forms.GetElement(3));
}
