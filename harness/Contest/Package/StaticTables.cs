using Evaluator.Contest.Files;
using Evaluator.Contest.Lines;

namespace Evaluator.Contest.Package;

/// <summary>
/// The nine tables of <c>setup</c>, in its order, headers included; of the foreclosures the rows up to the last day a predictor
/// may know.
/// </summary>
public sealed class StaticTables : IDisposable
{
    private StaticTables(IReadOnlyList<TextLines> tables, int foreclosureRowsLeftOut)
    {
        Tables = tables;
        ForeclosureRowsLeftOut = foreclosureRowsLeftOut;
    }

    public IReadOnlyList<TextLines> Tables { get; }

    /// <summary>Foreclosure rows that are not passed: dated later, or without a readable date.</summary>
    public int ForeclosureRowsLeftOut { get; }

    internal static StaticTables Read(Func<string, TextLines> readTable, string foreclosureDate, DateOnly lastDay)
    {
        var tables = new List<TextLines>();
        int leftOut = 0;
        foreach (string name in ContestFiles.SetupTables)
        {
            TextLines table = readTable(name);
            if (ContestFiles.IsForeclosures(name) && table.Count > 1)
            {
                TextLines all = table;
                table = UpTo(lastDay, all, Header.Require(all, foreclosureDate, ForeclosureAdvice));
                leftOut += all.Count - table.Count;
                if (!ReferenceEquals(all, table))
                    all.Dispose();
            }
            tables.Add(table);
        }
        return new StaticTables(tables, leftOut);
    }

    internal const string ForeclosureAdvice =
        "Name the column so, or name another in package.json, as in {\"foreclosures\":{\"date\":\"SaleDate\"}}.";

    private static TextLines UpTo(DateOnly lastDay, TextLines table, int dateColumn)
    {
        var kept = new List<int>(table.Count) { 0 };
        for (int line = 1; line < table.Count; line++)
            if (EventDate.TryRead(TabFields.At(table[line], dateColumn), out DateOnly date) && date <= lastDay)
                kept.Add(line);
        return kept.Count == table.Count ? table : table.Only(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(kept));
    }

    public void Dispose()
    {
        foreach (TextLines table in Tables)
            table.Dispose();
    }
}
