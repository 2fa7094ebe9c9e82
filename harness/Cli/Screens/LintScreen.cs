using Evaluator.Contest.Lint;
using Spectre.Console;

namespace Evaluator.Cli.Screens;

/// <summary>The lint's report in tables.</summary>
internal static class LintScreen
{
    public static LintReport Watch(string folder)
    {
        IAnsiConsole console = Screen.OnError();
        if (!console.Profile.Out.IsTerminal || Console.IsErrorRedirected)
            return PackageLint.Check(folder);
        return console.Progress().AutoClear(true).Start(context =>
        {
            ProgressTask bar = context.AddTask("block groups");
            return PackageLint.Check(folder, new Bar(bar));
        });
    }

    public static void Print(LintReport report)
    {
        Files(report).Print();
        Keys(report).Print();
        Findings(report).Print();
        PrintExamples(report);
        AnsiConsole.WriteLine($"{report.Folder}: {report.BlockGroups} block groups, {report.Cases} cases, "
            + $"{Figures.Count(report.Locations)} locations; {Figures.Count(report.Events)} emergencies placed, "
            + $"{Figures.Count(report.Unplaced)} not");
        foreach (string note in report.Notes)
            AnsiConsole.WriteLine($"note: {note}");
        AnsiConsole.MarkupLine(report.WhyNotRunnable is null ? "[green]It can be run.[/]" : "[red]It can't be run:[/]");
        if (report.WhyNotRunnable is { } why)
            AnsiConsole.WriteLine(why);
    }

    private static FittedTable Files(LintReport report)
    {
        FittedTable table = new FittedTable("files").Id("kind").Number("files").Number("rows");
        foreach (FileTally tally in report.Files)
            table.Row(tally.Kind, Figures.Count(tally.Files), Figures.Count(tally.Rows));
        return table;
    }

    private static FittedTable Keys(LintReport report)
    {
        FittedTable table = new FittedTable("foreign keys").Text("from").Text("to").Number("values", keep: 2).Number("blank", keep: 1)
            .Number("lead nowhere");
        foreach (ForeignKey key in report.Keys)
            table.Row(key.From, key.To, Figures.Count(key.Values), Figures.Count(key.Blank), Figures.Count(key.Nowhere));
        return table;
    }

    private static FittedTable Findings(LintReport report)
    {
        FittedTable table = new FittedTable("findings").Id("kind").Number("count").Text("what a run does", keep: 1);
        foreach (DataFinding finding in report.Findings)
            table.Row(finding.Fault.ToString(), Figures.Count(finding.Count), finding.Consequence);
        return table;
    }

    /// <summary>Plain lines, which a terminal gets broken between words, but no table column squeezes.</summary>
    private static void PrintExamples(LintReport report)
    {
        foreach (DataFinding finding in report.Findings)
        {
            AnsiConsole.WriteLine($"{finding.Fault}, {finding.What}:");
            foreach (Example example in finding.Examples)
            {
                string line = $"  {Shown(example, report.Folder)}";
                if (Console.IsOutputRedirected)
                    Console.Out.WriteLine(line);
                else
                    AnsiConsole.WriteLine(line);
            }
        }
    }

    private static string Shown(Example example, string folder)
    {
        string file = Path.IsPathRooted(example.File) ? Path.GetRelativePath(folder, example.File) : example.File;
        return $"{file}{(example.Line > 0 ? $":{example.Line}" : "")}  {example.Text}";
    }

    private sealed class Bar(ProgressTask bar) : IProgress<(int Done, int Total)>
    {
        public void Report((int Done, int Total) value)
        {
            lock (bar)
                (bar.MaxValue, bar.Value) = (value.Total, Math.Max(bar.Value, value.Done));
        }
    }
}
