namespace Evaluator.Challenges.Tables;

/// <summary>English.</summary>
internal sealed class EnglishTableWords : TableWords
{
    protected override string Thousands => ",";

    public override string CsvExpected => "A CSV file: UTF-8, commas, a header, one row a line.";

    public override string AnEmptyValue => "an empty value";

    public override string NoHeader => "no header";

    public override string HeaderWithoutRows => "a header without rows";

    public override string RowOverManyLines => "a row over many lines";

    public override string OpenQuote => "a quote that does not end its field";

    public override string ZipOrWorkbook => "a zip file or an Excel workbook";

    public override string GzipFile => "a gzip file";

    public override string HadMark => "It begins with UTF-8's byte-order mark, which was passed over.";

    public override string HeaderExpected(TableFacts facts) => $"The header has {Listed(facts.Columns)}. Other columns are passed over.";

    public override string RowsExpected(TableFacts facts) => (facts.Picks > 0, facts.Keys > 0) switch
    {
        (true, true) => $"Exactly {Count(facts.Picks)} rows with different values of `{facts.Key}`, "
            + $"of the test table's {Count(facts.Keys)}.",
        (true, false) => $"Exactly {Count(facts.Picks)} rows with different values of `{facts.Key}`, out of the test table's.",
        (false, true) => $"One row for each of the {Count(facts.Keys)} values of `{facts.Key}` in the test table, in any order.",
        _ => $"One row for each value of `{facts.Key}` in the test table, in any order.",
    };

    public override string SharesExpected() =>
        "Each class's column holds its probability, from 0 to 1; a row's add up to 1 (to a hundredth; it is divided by its sum).";

    public override string ClassExpected(string value, IReadOnlyList<string> classes) =>
        classes.Count > 0 ? $"`{value}` is one of the classes {Listed(classes)}." : $"`{value}` is a class.";

    public override string ProbabilityExpected(string value) => $"`{value}` is a probability, from 0 to 1.";

    public override string NumberExpected(string value, bool isNotNegative) =>
        $"`{value}` is a number{(isNotNegative ? " that is not negative" : "")}, with a point: 0.5.";

    public override string Fault(TableFaultKind kind, int count, TableFacts facts) => kind switch
    {
        TableFaultKind.Empty => $"Nothing is in it; a header with {Listed(facts.Columns)} was expected, and rows.",
        TableFaultKind.NotUtf8 => "It is not UTF-8. Save it as \"CSV UTF-8\", or write it with encoding=\"utf-8\".",
        TableFaultKind.ControlCharacter => "It has a character that no text has: it is no CSV, or damaged.",
        TableFaultKind.TooLarge => $"It is larger than {Count(facts.LargestBytes)} bytes. Leave out the columns that are not needed.",
        TableFaultKind.LineTooLong => $"A line is longer than {Count(facts.LongestLine)} characters. Is it a CSV with line ends?",
        TableFaultKind.MisplacedQuote => "A quote does not end its field: what follows can't be read. Quotes between quotes are doubled.",
        TableFaultKind.QuotedLineFeed => $"{Rows(count)} with a line end between quotes; one row a line was expected.",
        TableFaultKind.WrongSeparator => "The columns are not parted by commas. Write it with sep=\",\".",
        TableFaultKind.MissingColumn => $"A column is missing; {Listed(facts.Columns)} were expected in the first line.",
        TableFaultKind.DoubledColumn => "A column that is read is there twice.",
        TableFaultKind.UnevenRow => $"{Rows(count)} with more or fewer fields than the header. A decimal comma?",
        TableFaultKind.UnknownKey => $"{Rows(count)} with a `{facts.Key}` that is not in the test table.",
        TableFaultKind.DoubledKey => $"{Rows(count)} with a `{facts.Key}` that was there before; each counts once.",
        TableFaultKind.MissingRow => $"{Count(count)} of the {Count(facts.Keys)} values of `{facts.Key}` have no row.",
        TableFaultKind.WrongCount => $"Exactly {Count(facts.Picks)} rows were expected.",
        TableFaultKind.NotANumber => $"{Values(count)} no number. Numbers have a point and no thousands: 1234.5.",
        TableFaultKind.Nan => $"{Values(count)} NaN or missing. Every row needs a value.",
        TableFaultKind.Infinite => $"{Values(count)} infinite.",
        TableFaultKind.OutOfRange => $"{Values(count)} out of range. {facts.Value}",
        TableFaultKind.WrongSum => $"{Rows(count)} whose probabilities do not add up to 1.",
        TableFaultKind.UnknownClass => $"{Values(count)} none of the classes. {facts.Value}",
        _ => "A metric can't be computed of these values.",
    };

    public override string OnLine(int line, string text) => $"line {line}: {text}";

    public override string Separator(char separator) => separator switch
    {
        ';' => "semicolons",
        '\t' => "tabs",
        _ => "bars",
    };

    public override string NearColumn(string name, string near) => $"{name} (there is '{near}')";

    public override string FieldsNot(int found, int expected) => $"{found} fields, not {expected}";

    public override string FirstOnLine(ReadOnlySpan<char> key, int line) => $"{key}, first on line {line}";

    public override string ColumnOfSet(string column, string set) => $"{column} of the set {set}";

    public override string RowsFound(int rows) => $"It has {Rows(rows)}";

    public override string MoreBytesThan(long bytes) => $"more than {bytes} bytes";

    public override string MoreCharactersThan(int characters) => $"more than {characters} characters";

    public override string NotUtf8There(byte found) => $"the byte 0x{found:X2}, which is not UTF-8 there";

    public override string Character(char found) => $"the character 0x{(int)found:X2}";

    public override string Utf16(bool isBigEndian, bool hasMark) =>
        $"UTF-16 ({(isBigEndian ? "big" : "little")}-endian, {(hasMark ? "with" : "without")} a byte-order mark)";

    public override string ColumnsNotRead(IReadOnlyList<string> names) => $"Columns that are not read: {Listed(names)}.";

    private string Rows(int count) => count == 1 ? "1 row" : $"{Count(count)} rows";

    private string Values(int count) => count == 1 ? "1 value is" : $"{Count(count)} values are";
}
