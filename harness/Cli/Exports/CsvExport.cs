using System.Data;
using System.Data.Common;
using System.Reflection;
using Sylvan.Data.Csv;

namespace Evaluator.Cli.Exports;

/// <summary>
/// Rows as comma-separated values (RFC 4180, UTF-8 without a byte-order mark), doubles in the shortest form that reads back to the same
/// bits.
/// </summary>
internal static class CsvExport
{
    public static void Write<T>(string file, IEnumerable<T> rows)
    {
        using var table = new DataTable();
        PropertyInfo[] columns = typeof(T).GetProperties();
        foreach (PropertyInfo column in columns)
            table.Columns.Add(column.Name, Nullable.GetUnderlyingType(column.PropertyType) ?? column.PropertyType);
        foreach (T row in rows)
            table.Rows.Add([.. columns.Select(column => column.GetValue(row))]);
        using DbDataReader reader = table.CreateDataReader();
        using CsvDataWriter writer = CsvDataWriter.Create(new StreamWriter(file), new CsvDataWriterOptions { NewLine = "\n" });
        writer.Write(reader);
    }
}
