using System.Globalization;
using System.Text;

namespace Evaluator.BoardSpecs.Tables;

/// <summary>
/// A second reader of handed-in tables, as plain and slow as it can be: the whole text, character by character, lists and strings. It knows
/// nothing of the first one and says only whether a table is accepted, and with which values.
/// </summary>
internal static class PlainReader
{
    private const int LongestLine = 16_000;

    /// <returns>The values by key, or null where the table is refused.</returns>
    public static Dictionary<string, string[]>? Read(byte[] bytes, string key, string[] values, HashSet<string> keys, int largest)
    {
        if (bytes.Length > largest || TextOf(bytes) is not { } text || RowsOf(text) is not { Count: > 0 } rows)
            return null;
        List<string> header = rows[0];
        string[] needed = [key, .. values];
        if (needed.Any(name => header.Count(field => field == name) != 1))
            return null;
        Dictionary<string, string[]> read = [];
        foreach (List<string> row in rows.Skip(1))
        {
            if (row.Count != header.Count || !keys.Contains(row[header.IndexOf(key)]))
                return null;
            if (!read.TryAdd(row[header.IndexOf(key)], [.. values.Select(name => row[header.IndexOf(name)])]))
                return null;
        }
        return read;
    }

    /// <summary>A finite number in the C locale, blanks around it allowed; null for anything else.</summary>
    public static double? Number(string text)
    {
        string trimmed = text.Trim(' ', '\t', '\n', '\v', '\f', '\r');
        bool hasDigit = false, isInExponent = false, hasPoint = false, hasExponentDigit = false;
        for (int place = 0; place < trimmed.Length; place++)
        {
            char c = trimmed[place];
            bool isStart = place == 0 || (isInExponent && trimmed[place - 1] is 'e' or 'E');
            if (char.IsAsciiDigit(c))
                (hasDigit, hasExponentDigit) = (hasDigit || !isInExponent, hasExponentDigit || isInExponent);
            else if (c == '.' && !hasPoint && !isInExponent)
                hasPoint = true;
            else if (c is 'e' or 'E' && hasDigit && !isInExponent)
                isInExponent = true;
            else if (!(c is '+' or '-' && isStart))
                return null;
        }
        if (!hasDigit || (isInExponent && !hasExponentDigit))
            return null;
        double value = double.Parse(trimmed, CultureInfo.InvariantCulture);
        return double.IsFinite(value) ? value : null;
    }

    private static string? TextOf(byte[] bytes)
    {
        try
        {
            string text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
            if (text.StartsWith('\uFEFF'))
                text = text[1..];
            text = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
            bool isText = text.All(c => c >= ' ' || c is '\n' or '\t') && text.Split('\n').All(line => line.Length <= LongestLine);
            return isText ? text : null;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>Null where a quote does not end its field, or a row goes over a line.</summary>
    private static List<List<string>>? RowsOf(string text)
    {
        List<List<string>> rows = [];
        foreach (string line in text.Split('\n'))
        {
            if (line.Length == 0)
                continue;
            if (FieldsOf(line) is not { } fields)
                return null;
            if (fields.Count > 1 || fields[0].Length > 0)
                rows.Add(fields);
        }
        return rows;
    }

    private static List<string>? FieldsOf(string line)
    {
        List<string> fields = [];
        int place = 0;
        while (true)
        {
            StringBuilder field = new();
            bool isQuoted = place < line.Length && line[place] == '"';
            if (isQuoted)
            {
                place++;
                while (true)
                {
                    if (place == line.Length)
                        return null;
                    if (line[place] != '"')
                        field.Append(line[place++]);
                    else if (place + 1 < line.Length && line[place + 1] == '"')
                        (field, place) = (field.Append('"'), place + 2);
                    else
                        break;
                }
                place++;
                if (place < line.Length && line[place] != ',')
                    return null;
            }
            else
            {
                while (place < line.Length && line[place] != ',')
                    field.Append(line[place++]);
            }
            fields.Add(field.ToString());
            if (place == line.Length)
                return fields;
            place++;
        }
    }
}
