using System.Globalization;
using Evaluator.Confinement;
using Evaluator.Harness.Records;
using Spectre.Console;

namespace Evaluator.Cli.Screens;

/// <summary>One case in full.</summary>
internal static class CaseTables
{
    public static void Print(CaseResult result)
    {
        FittedTable calls = new FittedTable("calls").Id("call").Number("wall s").Number("CPU s");
        foreach (CallTime call in result.Calls)
            calls.Row(call.Call, Milliseconds(call.WallSeconds), Milliseconds(call.CpuSeconds));
        calls.Print();

        FittedTable months = new FittedTable("months: root mean squared error by granularity").Id("month").Number("events", keep: 4)
            .Number("not placed", keep: 3).Number("location", keep: 5).Number("street", keep: 5).Number("block group", keep: 5)
            .Number("score");
        foreach (MonthResult month in result.Months)
        {
            months.Row(
                $"{month.Month}", Figures.Count(month.Events), Figures.Count(month.Unplaced), Rmse(month.Rmse?.Location),
                Rmse(month.Rmse?.Street), Rmse(month.Rmse?.BlockGroup), Figures.Score(month.Score));
        }
        months.Print();
    }

    /// <summary>Comes after all that explains it.</summary>
    public static void PrintVerdict(CaseResult result)
    {
        Facts facts = new Facts().Add("case", result.Case);
        facts.Add("used", $"{Figures.Seconds(result.CpuSeconds)} s CPU, {Figures.Seconds(result.WallSeconds)} s wall, "
            + $"{Figures.Mebibytes(result.PeakMemoryBytes)} MiB");
        if (result.Clamped > 0)
            facts.Add("clamped", $"{Figures.Count(result.Clamped)} values outside 0 to 10");
        if (result.ConsoleBytes > 0)
            facts.Add("printed", $"{Figures.Count(result.ConsoleBytes)} bytes: console/{result.Case}.txt in the run folder");
        if (result.Verdict == Verdict.Accepted)
            facts.Add("verdict", "Accepted");
        else
            facts.AddStyled("verdict", $"[red]{result.Verdict}[/]{(result.Reason is { } reason ? Markup.Escape($" ({reason})") : "")}");
        facts.Add("score", $"{Figures.Score(result.Score)}  bits {result.ScoreBits ?? "-"}").Print();
        foreach (string line in result.Detail?.Split('\n') ?? [])
            AnsiConsole.WriteLine(line);    // which breaks between words, where the terminal would break within them
    }

    private static string Milliseconds(double seconds) => seconds.ToString("F4", CultureInfo.InvariantCulture);

    private static string Rmse(double? rmse) => rmse is { } value ? Figures.Rmse(value) : "-";
}
