using System.Text;
using Evaluator.Contest.Lines;

namespace Evaluator.Contest.Lint;

/// <summary>Reads a file for the lint: its lines, and what they no longer show of the bytes they came from.</summary>
internal static class LintedFile
{
    public static TextLines Read(string path, FindingLog log)
    {
        TextLines lines;
        try
        {
            lines = LineFile.Read(path);
        }
        catch (PackageException unreadable)
        {
            log.Add(DataFault.NoTable, path, unreadable.Message);
            return TextLines.Empty;
        }
        if ((FileShape.WhyNoTable(lines) ?? FileShape.WrongDivider(lines)) is { } form)
            log.Add(DataFault.NoTable, path, form);
        else if (lines.WasWindows1252)
            log.Add(DataFault.Windows1252File, path);
        if (RowWidths.Of(lines) is { AreOfAnotherForm: true } widths)
            log.Add(DataFault.OtherForm, path, widths.What);
        byte[] bytes = File.ReadAllBytes(path);
        if (bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble))
            log.Add(DataFault.ByteOrderMark, path);
        if (bytes.AsSpan().IndexOf("\r\n"u8) >= 0)
            log.Add(DataFault.CrlfFile, path);
        return lines;
    }

    /// <summary>The column of that name, −1 and a finding if there is none.</summary>
    public static int Column(TextLines lines, string name, FindingLog log)
    {
        int column = lines.Count == 0 ? -1 : Header.Find(lines[0], name);
        if (column < 0)
            log.Add(DataFault.ColumnMissing, lines.Path, $"no column '{name}'", line: 1);
        return column;
    }

    /// <summary>The data lines as rows; lines shorter than the header are reported.</summary>
    public static IEnumerable<Row> Rows(TextLines lines, FindingLog log)
    {
        if (lines.Count == 0)
            yield break;
        var row = new Row(lines);
        row.MoveTo(0);
        int columns = row.Fields;
        for (int line = 1; line < lines.Count; line++)
        {
            row.MoveTo(line);
            if (row.Fields < columns)
                log.Add(DataFault.FieldsMissing, lines, line);
            yield return row;
        }
    }
}
