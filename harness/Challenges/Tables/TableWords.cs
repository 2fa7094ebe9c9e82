using System.Globalization;

namespace Evaluator.Challenges.Tables;

/// <summary>
/// What is said of a table that is handed in, in the challenge's language: what is expected before, and each fault after. Kinds of faults
/// are the same in every language, for programs.
/// </summary>
internal abstract class TableWords
{
    private const int MostListed = 12;

    public static TableWords English { get; } = new EnglishTableWords();

    public static TableWords Dutch { get; } = new DutchTableWords();

    protected abstract string Thousands { get; }

    public abstract string CsvExpected { get; }

    public abstract string AnEmptyValue { get; }

    public abstract string NoHeader { get; }

    public abstract string HeaderWithoutRows { get; }

    public abstract string RowOverManyLines { get; }

    public abstract string OpenQuote { get; }

    public abstract string ZipOrWorkbook { get; }

    public abstract string GzipFile { get; }

    public abstract string HadMark { get; }

    public static TableWords Of(Challenge challenge) => challenge.Language == "nl" ? Dutch : English;

    public abstract string HeaderExpected(TableFacts facts);

    public abstract string RowsExpected(TableFacts facts);

    public abstract string SharesExpected();

    public abstract string ClassExpected(string value, IReadOnlyList<string> classes);

    public abstract string ProbabilityExpected(string value);

    public abstract string NumberExpected(string value, bool isNotNegative);

    /// <summary>What is said of a fault: what was found, what was expected, what to do.</summary>
    public abstract string Fault(TableFaultKind kind, int count, TableFacts facts);

    /// <summary>What stands on a line.</summary>
    public abstract string OnLine(int line, string text);

    public abstract string Separator(char separator);

    public abstract string NearColumn(string name, string near);

    public abstract string FieldsNot(int found, int expected);

    public abstract string FirstOnLine(ReadOnlySpan<char> key, int line);

    public abstract string ColumnOfSet(string column, string set);

    public abstract string RowsFound(int rows);

    public abstract string MoreBytesThan(long bytes);

    public abstract string MoreCharactersThan(int characters);

    public abstract string NotUtf8There(byte found);

    public abstract string Character(char found);

    /// <summary>UTF-16 by the order of its bytes, with its mark or without.</summary>
    public abstract string Utf16(bool isBigEndian, bool hasMark);

    public abstract string ColumnsNotRead(IReadOnlyList<string> names);

    public string Count(long count) =>
        count.ToString("N0", CultureInfo.InvariantCulture).Replace(",", Thousands, StringComparison.Ordinal);

    protected static string Listed(IReadOnlyList<string> names) =>
        string.Join(", ", names.Take(MostListed).Select(name => $"`{TableFaults.Shown(name)}`")) + (names.Count > MostListed ? ", …" : "");
}
