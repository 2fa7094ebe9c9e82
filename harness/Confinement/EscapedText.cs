using System.Globalization;
using System.Text;

namespace Evaluator.Confinement;

/// <summary>Text of a stranger made safe to print: control characters, which can repaint a terminal, become visible.</summary>
public static class EscapedText
{
    /// <param name="text">Anything.</param>
    /// <param name="keepLines">Whether line feeds and tabs stay.</param>
    public static string Of(string text, bool keepLines = false)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            if (keepLines && c is '\n' or '\t')
                escaped.Append(c);
            else if (char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator)
                escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
            else
                escaped.Append(c);
        }
        return escaped.ToString();
    }
}
