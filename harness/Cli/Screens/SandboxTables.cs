using Evaluator.Confinement.Sandbox;
using Spectre.Console;

namespace Evaluator.Cli.Screens;

/// <summary>What the self-test of the sandbox saw.</summary>
internal static class SandboxTables
{
    public static void Print(SandboxRecord record)
    {
        FittedTable table = new FittedTable($"sandbox level {record.Level}").Id("promise").Id("held").Text("by", keep: 1)
            .Text("a predictor ...", keep: 2);
        foreach (PromiseRecord promise in record.Promises)
            table.Row(promise.Name, promise.Held ? new Cell("yes", "green") : new Cell("no", "red"), promise.Mechanism, promise.Text);
        table.Print();
        foreach (PromiseRecord promise in record.Promises.Where(promise => promise.Breach is not null))
            AnsiConsole.MarkupLineInterpolated($"[red]{promise.Name}[/]: a predictor {promise.Text}, but: {Shortened(promise.Breach!)}");
        Console.Out.WriteLine($"confined by: {string.Join("; ", record.Mechanisms)}");
        foreach (string advice in record.NextLevel)
            Console.Out.WriteLine($"for the next level: {advice}");
    }

    /// <param name="records">One for each level that was asked for, the highest first.</param>
    public static void PrintLevels(IReadOnlyList<SandboxRecord> records)
    {
        FittedTable table = new FittedTable("what holds at which level").Id("promise");
        for (int column = 0; column < records.Count; column++)
            table.Number($"asked for {records.Count - 1 - column},\nis {records[column].Level}");
        for (int row = 0; row < records[0].Promises.Count; row++)
        {
            table.Row([records[0].Promises[row].Name,
                .. records.Select(record => record.Promises[row].Held ? new Cell("held") : new Cell("no", "red"))]);
        }
        table.Print();
        foreach (SandboxRecord record in records)
            Console.Out.WriteLine($"level {record.Level}: {string.Join("; ", record.Mechanisms)}");
    }

    private static string Shortened(string text) => text.Length <= 200 ? text : text[..200] + "…";
}
