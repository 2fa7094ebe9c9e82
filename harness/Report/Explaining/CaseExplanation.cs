using Evaluator.Contest.Calls;
using Evaluator.Scorer.Definition;
using Evaluator.Scorer.Explaining;

namespace Evaluator.Report.Explaining;

/// <summary>Where the score of one case comes from.</summary>
/// <param name="Months">In the order of the played months.</param>
/// <param name="Locations">All locations, the costliest first.</param>
/// <param name="Days">All days, the costliest first.</param>
public sealed record CaseExplanation(
    PlayedCase Case, IReadOnlyList<ErrorBreakdown> Months, IReadOnlyList<CostlyLocation> Locations, IReadOnlyList<CostlyDay> Days)
{
    public static CaseExplanation Of(PlayedCase played)
    {
        ErrorBreakdown[] months = [.. played.Months.Select(month => ErrorBreakdown.Of(month.Actual, month.Predictions))];
        Hindsight[] hindsights = [.. played.Months.Select(month => Hindsight.Of(month.Actual, month.Predictions))];
        var locations = new List<CostlyLocation>();
        for (int location = 0; location < played.Place.Locations.Count; location++)
        {
            double gain = hindsights.Sum(hindsight => hindsight.GainByLocation[location]) / months.Length;
            locations.Add(new CostlyLocation(played.Place.Locations[location], location, gain, Predicted(played.Months, location),
                Counted(played.Months, location)));
        }
        var days = new List<CostlyDay>();
        for (int i = 0; i < months.Length; i++)
        {
            for (int day = 0; day < played.Months[i].Actual.DayCount; day++)
                days.Add(DayOf(played.Months[i], day, hindsights[i].GainByDay[day] / months.Length));
        }
        return new CaseExplanation(
            played,
            months,
            [.. locations.OrderByDescending(location => location.Gain).ThenBy(location => location.Index)],
            [.. days.OrderByDescending(day => day.Gain).ThenBy(day => day.Date)]);
    }

    /// <summary>The part of a granularity's mean squared error that a span and a type make, as the mean over the months; 0 to 1.</summary>
    public double Share(Granularity granularity, int span, int type)
    {
        double sum = 0;
        int counted = 0;
        foreach (ErrorBreakdown month in Months)
        {
            double whole = month.MeanSquaredError(granularity);
            if (whole == 0)
                continue;
            sum += month[granularity, span, type] / whole;
            counted++;
        }
        return counted == 0 ? 0 : sum / counted;
    }

    /// <summary>The part of a granularity's mean squared error in one month (by its index) that a type makes; 0 to 1.</summary>
    public double ShareIn(int month, Granularity granularity, int type)
    {
        double whole = Months[month].MeanSquaredError(granularity);
        return whole == 0 ? 0 : Enumerable.Range(0, Months[month].Spans.Count).Sum(span => Months[month][granularity, span, type]) / whole;
    }

    private static double[] Predicted(IReadOnlyList<PlayedMonth> months, int location) =>
        SumByType(months, (month, day, type) => month.Predicted(location, day, type));

    private static double[] Counted(IReadOnlyList<PlayedMonth> months, int location) =>
        SumByType(months, (month, day, type) => month.Counted(location, day, type));

    private static double[] SumByType(IReadOnlyList<PlayedMonth> months, Func<PlayedMonth, int, int, double> value)
    {
        double[] sums = new double[EventTypes.Count];
        foreach (PlayedMonth month in months)
        {
            for (int day = 0; day < month.Actual.DayCount; day++)
            {
                for (int type = 0; type < sums.Length; type++)
                    sums[type] += value(month, day, type);
            }
        }
        return sums;
    }

    private static CostlyDay DayOf(PlayedMonth month, int day, double gain)
    {
        double[] predicted = new double[EventTypes.Count], actual = new double[EventTypes.Count];
        for (int location = 0; location < month.Actual.Layout.LocationCount; location++)
        {
            for (int type = 0; type < EventTypes.Count; type++)
            {
                predicted[type] += month.Predicted(location, day, type);
                actual[type] += month.Counted(location, day, type);
            }
        }
        return new CostlyDay(new DateOnly(ContestYear.Number, month.Month, day + 1), gain, predicted, actual);
    }
}
