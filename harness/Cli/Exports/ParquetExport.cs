using Parquet.Serialization;

namespace Evaluator.Cli.Exports;

/// <summary>Rows as Apache Parquet, one row group.</summary>
internal static class ParquetExport
{
    public static void Write<T>(string file, IEnumerable<T> rows)
    {
        using FileStream stream = File.Create(file);
        ParquetSerializer.SerializeAsync(rows, stream).GetAwaiter().GetResult();
    }
}
