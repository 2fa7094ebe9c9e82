using Evaluator.Harness.Records;
using Spectre.Console;

namespace Evaluator.Cli.Screens;

/// <summary>One case in full.</summary>
internal static class CaseTables
{
    public static void Print(CaseResult result)
    {
        Table head = new Table().RoundedBorder().HideHeaders().AddColumns("what", "value");
        head.AddRow("case", result.Case);
        head.AddRow("verdict", $"{result.Verdict} {result.Reason}");
        head.AddRow("score", $"{Figures.Score(result.Score)}  bits {result.ScoreBits}");
        if (result.Detail is { } detail)
            head.AddRow("detail", Markup.Escape(detail));
        head.AddRow(
            "used", $"{Figures.Seconds(result.CpuSeconds)} s CPU, {Figures.Seconds(result.WallSeconds)} s wall, "
            + $"{Figures.Mebibytes(result.PeakMemoryBytes)} MiB");
        if (result.Clamped > 0)
            head.AddRow("clamped", $"{Figures.Count(result.Clamped)} values outside 0 to 10");
        AnsiConsole.Write(head);

        Table months = new Table().RoundedBorder().Title("months")
            .AddColumns("month", "events", "unplaced", "RMSE location", "RMSE street", "RMSE block group", "score");
        foreach (MonthResult month in result.Months)
        {
            months.AddRow(
                $"{month.Month}", $"{month.Events}", $"{month.Unplaced}", Rmse(month.Rmse?.Location), Rmse(month.Rmse?.Street),
                Rmse(month.Rmse?.BlockGroup),
                Figures.Score(month.Score));
        }
        AnsiConsole.Write(months);

        Table calls = new Table().RoundedBorder().Title("calls").AddColumns("call", "wall s", "CPU s");
        foreach (CallTime call in result.Calls)
            calls.AddRow(call.Call, call.WallSeconds.ToString("F4"), call.CpuSeconds.ToString("F4"));
        AnsiConsole.Write(calls);
    }

    private static string Rmse(double? rmse) => rmse is { } value ? Figures.Rmse(value) : "-";
}
