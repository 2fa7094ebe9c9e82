using System.Globalization;
using Evaluator.Report.Explaining;
using Evaluator.Scorer.Definition;
using Spectre.Console;

namespace Evaluator.Cli.Screens;

/// <summary>Where the score of one case comes from.</summary>
internal static class ExplanationTables
{
    private const int Shown = 10;

    public static void Print(CaseExplanation explanation)
    {
        foreach (FittedTable table in ErrorTables(explanation))
            table.Print();
        Locations(explanation).Print();
        Days(explanation).Print();
        AnsiConsole.WriteLine(
            "A gain is what the case's score would have risen by, had that location or day been predicted exactly and all else as it was.");
    }

    /// <summary>A table a granularity: spans add up to 100 % in each, and so does each month by itself.</summary>
    private static IEnumerable<FittedTable> ErrorTables(CaseExplanation explanation)
    {
        int spans = explanation.Months[0].Spans.Count;
        foreach (Granularity granularity in Enum.GetValues<Granularity>())
        {
            FittedTable table =
                new FittedTable($"{GranularityNames.All[(int)granularity]}: % of the squared error").Id("by span, by month");
            foreach (string type in EventTypes.Names)
                table.Number(type);
            for (int span = 0; span < spans; span++)
                table.Row([SpanName(explanation, span), .. Cells(type => explanation.Share(granularity, span, type))]);
            for (int month = 0; month < explanation.Months.Count; month++)
                table.Row([MonthName(explanation, month), .. Cells(type => explanation.ShareIn(month, granularity, type))]);
            yield return table;
        }
    }

    private static IEnumerable<Cell> Cells(Func<int, double> share) =>
        Enumerable.Range(0, EventTypes.Count).Select(type => (Cell)(100 * share(type)).ToString("F1", CultureInfo.InvariantCulture));

    private static string MonthName(CaseExplanation explanation, int month) =>
        CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(explanation.Case.Months[month].Month);

    private static string SpanName(CaseExplanation explanation, int span) =>
        span == explanation.Months[0].Spans.Count - 1 ? "the month" : explanation.Months[0].Spans[span] == 1
        ? "1 day"
        : $"{explanation.Months[0].Spans[span]} days";

    private static FittedTable Locations(CaseExplanation explanation)
    {
        FittedTable table = CostTable("the locations that cost most: predicted / actual", "location");
        foreach (CostlyLocation location in explanation.Locations.Take(Shown))
            table.Row([location.Location, Gain(location.Gain), .. Pairs(location.Predicted, location.Actual)]);
        return table;
    }

    private static FittedTable Days(CaseExplanation explanation)
    {
        FittedTable table = CostTable("the days that cost most: predicted / actual", "day");
        foreach (CostlyDay day in explanation.Days.Take(Shown))
            table.Row([day.Date.ToString("ddd d MMM", CultureInfo.InvariantCulture), Gain(day.Gain), .. Pairs(day.Predicted, day.Actual)]);
        return table;
    }

    private static FittedTable CostTable(string title, string what)
    {
        FittedTable table = new FittedTable(title).Id(what).Number("gain");
        for (int type = 0; type < EventTypes.Count; type++)
            table.Number(EventTypes.Names[type], keep: EventTypes.Count - type);
        return table;
    }

    private static string Gain(double gain) => gain.ToString("+0.000;-0.000;0.000", CultureInfo.InvariantCulture);

    private static IEnumerable<Cell> Pairs(double[] predicted, double[] actual) =>
        predicted.Zip(actual, (expected, happened) => (Cell)string.Create(CultureInfo.InvariantCulture, $"{expected:F2} / {happened:F0}"));
}
