using System.Globalization;

namespace Evaluator.Challenges.Tables;

/// <summary>
/// A number as tables write it: a point, no thousands, an exponent where wanted, blanks around it. The same in every culture.
/// </summary>
internal static class TableNumber
{
    private static readonly string[] NamesOfNone = ["nan", "na", "n/a", "null", "none", "#n/a", "-nan"];

    private static readonly string[] NamesOfInfinity = ["inf", "+inf", "-inf", "infinity", "+infinity", "-infinity"];

    /// <returns>Null where it is a finite number, else the fault.</returns>
    public static TableFaultKind? Read(ReadOnlySpan<char> text, out double value)
    {
        if (PlainDecimal.TryRead(text, out value))
            return null;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value))
            return double.IsFinite(value) ? null : double.IsNaN(value) ? TableFaultKind.Nan : TableFaultKind.Infinite;
        ReadOnlySpan<char> trimmed = text.Trim();
        return Contains(NamesOfNone, trimmed) ? TableFaultKind.Nan
            : Contains(NamesOfInfinity, trimmed) ? TableFaultKind.Infinite
            : TableFaultKind.NotANumber;
    }

    private static bool Contains(string[] names, ReadOnlySpan<char> text)
    {
        foreach (string name in names)
        {
            if (text.Equals(name, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }
}
