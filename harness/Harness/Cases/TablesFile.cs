using Evaluator.Confinement.Workers;
using Evaluator.Contest.Lines;
using Evaluator.Contest.Package;
using Evaluator.Wire;

namespace Evaluator.Harness.Cases;

/// <summary>The nine lists of <c>setup</c> as one read-only file, prepared once a run (harness/Wire/PROTOCOL.md).</summary>
internal static class TablesFile
{
    /// <summary>A worker's sandbox shows the file by its inode, so one that starts before the tables are there sees them come.</summary>
    public static void Create(string path) => File.Create(path).Dispose();

    /// <param name="path">Created, and empty.</param>
    public static void Write(string path, StaticTables tables)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Write);
        var list = new PayloadWriter();
        foreach (TextLines table in tables.Tables)
        {
            list.Clear();
            list.TextList(table.Records());
            file.Write(list.Written);
        }
    }
}
