using Evaluator.Contest.Calls;
using Evaluator.Report.Explaining;

namespace Evaluator.Report.Findings;

/// <summary>Events a day in one month, predicted and actual, added up over locations and types.</summary>
public sealed class DailyTotals(int month)
{
    /// <summary>January = 1.</summary>
    public int Month => month;

    public double[] Predicted { get; } = new double[ContestYear.DaysIn(month)];

    public double[] Actual { get; } = new double[ContestYear.DaysIn(month)];

    public static DailyTotals Of(PlayedMonth played)
    {
        var totals = new DailyTotals(played.Month);
        totals.Add(played);
        return totals;
    }

    public void Add(PlayedMonth played)
    {
        for (int cell = 0; cell < played.Predictions.Length; cell++)
        {
            int day = played.Actual.Shape.CellAt(cell).Day;
            Predicted[day] += played.Predicted(cell);
            Actual[day] += played.Counts[cell];
        }
    }
}
