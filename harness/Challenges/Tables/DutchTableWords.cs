namespace Evaluator.Challenges.Tables;

/// <summary>Dutch.</summary>
internal sealed class DutchTableWords : TableWords
{
    protected override string Thousands => ".";

    public override string CsvExpected => "Een CSV-bestand: UTF-8, komma's, een kopregel, één rij per regel.";

    public override string AnEmptyValue => "een lege waarde";

    public override string NoHeader => "geen kopregel";

    public override string HeaderWithoutRows => "een kopregel zonder rijen";

    public override string RowOverManyLines => "een rij over veel regels";

    public override string OpenQuote => "een aanhalingsteken dat zijn veld niet afsluit";

    public override string ZipOrWorkbook => "een zipbestand of een Excel-werkmap";

    public override string GzipFile => "een gzip-bestand";

    public override string HadMark => "Het begint met het byte-order mark van UTF-8; dat is overgeslagen.";

    public override string HeaderExpected(TableFacts facts) =>
        $"De kopregel heeft {Listed(facts.Columns)}. Andere kolommen worden overgeslagen.";

    public override string RowsExpected(TableFacts facts) => (facts.Picks > 0, facts.Keys > 0) switch
    {
        (true, true) => $"Precies {Count(facts.Picks)} rijen met verschillende waarden van `{facts.Key}`, "
            + $"uit de {Count(facts.Keys)} van de testtabel.",
        (true, false) => $"Precies {Count(facts.Picks)} rijen met verschillende waarden van `{facts.Key}`, uit die van de testtabel.",
        (false, true) => $"Eén rij voor elk van de {Count(facts.Keys)} waarden van `{facts.Key}` in de testtabel, in welke volgorde ook.",
        _ => $"Eén rij voor elke waarde van `{facts.Key}` in de testtabel, in welke volgorde ook.",
    };

    public override string SharesExpected() =>
        "De kolom van elke klasse bevat haar kans, van 0 tot 1; die van een rij zijn samen 1 "
        + "(op een honderdste; er wordt door hun som gedeeld).";

    public override string ClassExpected(string value, IReadOnlyList<string> classes) =>
        classes.Count > 0 ? $"`{value}` is een van de klassen {Listed(classes)}." : $"`{value}` is een klasse.";

    public override string ProbabilityExpected(string value) => $"`{value}` is een kans, van 0 tot 1.";

    public override string NumberExpected(string value, bool isNotNegative) =>
        $"`{value}` is een getal{(isNotNegative ? " dat niet negatief is" : "")}, met een punt: 0.5.";

    public override string Fault(TableFaultKind kind, int count, TableFacts facts) => kind switch
    {
        TableFaultKind.Empty => $"Er staat niets in; verwacht werd een kopregel met {Listed(facts.Columns)}, en rijen.",
        TableFaultKind.NotUtf8 => "Het is geen UTF-8. Bewaar het als \"CSV UTF-8\", of schrijf het met encoding=\"utf-8\".",
        TableFaultKind.ControlCharacter => "Er staat een teken in dat geen tekst heeft: het is geen CSV, of beschadigd.",
        TableFaultKind.TooLarge => $"Het is groter dan {Count(facts.LargestBytes)} bytes. Laat de kolommen weg die niet nodig zijn.",
        TableFaultKind.LineTooLong => $"Een regel is langer dan {Count(facts.LongestLine)} tekens. Is het een CSV met regeleinden?",
        TableFaultKind.MisplacedQuote =>
            "Een aanhalingsteken sluit zijn veld niet af: wat volgt, is niet te lezen. "
            + "Aanhalingstekens binnen aanhalingstekens zijn dubbel.",
        TableFaultKind.QuotedLineFeed => $"{Rows(count)} met een regeleinde tussen aanhalingstekens; verwacht werd één rij per regel.",
        TableFaultKind.WrongSeparator => "De kolommen zijn niet door komma's gescheiden. Schrijf het met sep=\",\" (in R: write.csv).",
        TableFaultKind.MissingColumn => $"Er ontbreekt een kolom; op de eerste regel werden {Listed(facts.Columns)} verwacht.",
        TableFaultKind.DoubledColumn => "Een kolom die gelezen wordt, staat er twee keer.",
        TableFaultKind.UnevenRow => $"{Rows(count)} met meer of minder velden dan de kopregel. Een komma in een getal?",
        TableFaultKind.UnknownKey => $"{Rows(count)} met een `{facts.Key}` die niet in de testtabel staat.",
        TableFaultKind.DoubledKey => $"{Rows(count)} met een `{facts.Key}` die er al stond; elk telt één keer.",
        TableFaultKind.MissingRow => $"{Count(count)} van de {Count(facts.Keys)} waarden van `{facts.Key}` hebben geen rij.",
        TableFaultKind.WrongCount => $"Er werden precies {Count(facts.Picks)} rijen verwacht.",
        TableFaultKind.NotANumber => $"{Values(count)} geen getal. Getallen hebben een punt en geen duizendtallen: 1234.5.",
        TableFaultKind.Nan => $"{Values(count)} NaN of ontbreekt. Elke rij heeft een waarde nodig.",
        TableFaultKind.Infinite => $"{Values(count)} oneindig.",
        TableFaultKind.OutOfRange => $"{Values(count)} buiten het bereik. {facts.Value}",
        TableFaultKind.WrongSum => $"{Rows(count)} waarvan de kansen samen niet 1 zijn.",
        TableFaultKind.UnknownClass => $"{Values(count)} geen van de klassen. {facts.Value}",
        _ => "Van deze waarden is een maat niet te berekenen.",
    };

    public override string OnLine(int line, string text) => $"regel {line}: {text}";

    public override string Separator(char separator) => separator switch
    {
        ';' => "puntkomma's",
        '\t' => "tabs",
        _ => "verticale strepen",
    };

    public override string NearColumn(string name, string near) => $"{name} (er is '{near}')";

    public override string FieldsNot(int found, int expected) => $"{found} velden, niet {expected}";

    public override string FirstOnLine(ReadOnlySpan<char> key, int line) => $"{key}, eerst op regel {line}";

    public override string ColumnOfSet(string column, string set) => $"{column} van het deel {set}";

    public override string RowsFound(int rows) => $"Het heeft {Rows(rows)}";

    public override string MoreBytesThan(long bytes) => $"meer dan {bytes} bytes";

    public override string MoreCharactersThan(int characters) => $"meer dan {characters} tekens";

    public override string NotUtf8There(byte found) => $"de byte 0x{found:X2}, die daar geen UTF-8 is";

    public override string Character(char found) => $"het teken 0x{(int)found:X2}";

    public override string Utf16(bool isBigEndian, bool hasMark) =>
        $"UTF-16 ({(isBigEndian ? "big" : "little")}-endian, {(hasMark ? "met" : "zonder")} byte-order mark)";

    public override string ColumnsNotRead(IReadOnlyList<string> names) => $"Kolommen die niet worden gelezen: {Listed(names)}.";

    private string Rows(int count) => count == 1 ? "1 rij" : $"{Count(count)} rijen";

    private string Values(int count) => count == 1 ? "1 waarde is" : $"{Count(count)} waarden zijn";
}
