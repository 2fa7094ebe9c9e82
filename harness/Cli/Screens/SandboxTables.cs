using Evaluator.Confinement.Sandbox;
using Spectre.Console;

namespace Evaluator.Cli.Screens;

/// <summary>What the self-test of the sandbox saw.</summary>
internal static class SandboxTables
{
    public static void Print(SandboxRecord record)
    {
        Table table = new Table().RoundedBorder().Title($"sandbox level {record.Level}")
            .AddColumns("promise", "held", "by", "a predictor ...");
        foreach (PromiseRecord promise in record.Promises)
        {
            table.AddRow(
                promise.Name, promise.Held ? "[green]yes[/]" : "[red]no[/]", Markup.Escape(promise.Mechanism), Markup.Escape(promise.Text));
            if (promise.Breach is { } breach)
                table.AddRow("", "", "", Markup.Escape($"... but: {Shortened(breach)}"));
        }
        AnsiConsole.Write(table);
        Console.Out.WriteLine($"confined by: {string.Join("; ", record.Mechanisms)}");
        foreach (string advice in record.NextLevel)
            Console.Out.WriteLine($"for the next level: {advice}");
    }

    /// <param name="records">One for each level that was asked for, the highest first.</param>
    public static void PrintLevels(IReadOnlyList<SandboxRecord> records)
    {
        Table table = new Table().RoundedBorder().Title("what holds at which level").AddColumn("promise");
        for (int column = 0; column < records.Count; column++)
            table.AddColumn($"asked for {records.Count - 1 - column}, is {records[column].Level}");
        for (int row = 0; row < records[0].Promises.Count; row++)
            table.AddRow([records[0].Promises[row].Name, .. records.Select(record => record.Promises[row].Held ? "held" : "[red]no[/]")]);
        AnsiConsole.Write(table);
        foreach (SandboxRecord record in records)
            Console.Out.WriteLine($"level {record.Level}: {string.Join("; ", record.Mechanisms)}");
    }

    private static string Shortened(string text) => text.Length <= 200 ? text : text[..200] + "…";
}
