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
        AnsiConsole.Write(ErrorTable(explanation));
        AnsiConsole.Write(Locations(explanation));
        AnsiConsole.Write(Days(explanation));
        Console.Out.WriteLine(
            "A gain is what the case's score would have risen by, had that location or day been predicted exactly and all else as it was.");
    }

    /// <summary>Spans add up to 100 % in each granularity, and so does each month by itself.</summary>
    private static Table ErrorTable(CaseExplanation explanation)
    {
        Table table = new Table().RoundedBorder().Title(
            "where the squared error comes from (% of its granularity: by span, mean of the months; by month, all spans)").AddColumn("");
        foreach (string granularity in GranularityNames.All)
        {
            foreach (string type in EventTypes.Names)
                table.AddColumn(new TableColumn(type == EventTypes.Names[0] ? $"{granularity}\n{type}" : $"\n{type}").RightAligned());
        }
        int spans = explanation.Months[0].Spans.Count;
        for (int span = 0; span < spans; span++)
            table.AddRow([SpanName(explanation, span), .. Cells((granularity, type) => explanation.Share(granularity, span, type))]);
        table.AddEmptyRow();
        for (int month = 0; month < explanation.Months.Count; month++)
            table.AddRow([MonthName(explanation, month), .. Cells((granularity, type) => explanation.ShareIn(month, granularity, type))]);
        return table;
    }

    private static IEnumerable<string> Cells(Func<Granularity, int, double> share) =>
        from granularity in Enum.GetValues<Granularity>()
        from type in Enumerable.Range(0, EventTypes.Count)
        select (100 * share(granularity, type)).ToString("F1", CultureInfo.InvariantCulture);

    private static string MonthName(CaseExplanation explanation, int month) =>
        CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(explanation.Case.Months[month].Month);

    private static string SpanName(CaseExplanation explanation, int span) =>
        span == explanation.Months[0].Spans.Count - 1 ? "the month" : explanation.Months[0].Spans[span] == 1
        ? "1 day"
        : $"{explanation.Months[0].Spans[span]} days";

    private static Table Locations(CaseExplanation explanation)
    {
        Table table = CostTable("the locations that cost most", "location");
        foreach (CostlyLocation location in explanation.Locations.Take(Shown))
            table.AddRow([Markup.Escape(location.Location), Gain(location.Gain), .. Pairs(location.Predicted, location.Actual)]);
        return table;
    }

    private static Table Days(CaseExplanation explanation)
    {
        Table table = CostTable("the days that cost most", "day");
        foreach (CostlyDay day in explanation.Days.Take(Shown))
            table.AddRow(
                [day.Date.ToString("ddd d MMM", CultureInfo.InvariantCulture), Gain(day.Gain), .. Pairs(day.Predicted, day.Actual)]);
        return table;
    }

    private static Table CostTable(string title, string what)
    {
        Table table = new Table().RoundedBorder().Title(title).AddColumn(what).AddColumn(new TableColumn("gain").RightAligned());
        foreach (string type in EventTypes.Names)
            table.AddColumn(new TableColumn($"{type}\npredicted / actual").RightAligned());
        return table;
    }

    private static string Gain(double gain) => gain.ToString("+0.000;-0.000;0.000", CultureInfo.InvariantCulture);

    private static IEnumerable<string> Pairs(double[] predicted, double[] actual) =>
        predicted.Zip(actual, (expected, happened) => string.Create(CultureInfo.InvariantCulture, $"{expected:F2} / {happened:F0}"));
}
