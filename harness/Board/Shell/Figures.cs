using System.Globalization;
using Evaluator.Challenges;

namespace Evaluator.Board.Shell;

/// <summary>Values of the standings as people read them.</summary>
internal static class Figures
{
    /// <summary>With the column's decimals, thousands by a narrow space.</summary>
    public static string Text(decimal? value, Column column) => value is { } number
        ? Grouped(number, column.Decimals, "\u202F") + (column.Unit is null ? "" : "\u00A0" + column.Unit)
        : "–";

    /// <summary>The value in its other terms, as <c>€ 4.400.000</c>; null where the column has none.</summary>
    public static string? Shown(decimal? value, Column column) => value is { } number && column.Shown is { } shown
        ? (shown.Prefix is null ? "" : shown.Prefix + "\u00A0") + Grouped(
            number * shown.Factor, shown.Decimals, shown.Thousands, shown.Thousands == "." ? "," : ".")
            + (shown.Unit is null ? "" : "\u00A0" + shown.Unit)
        : null;

    /// <summary>For programs: no grouping, no unit; empty where there is none.</summary>
    public static string Plain(decimal? value, Column column) =>
        value?.ToString("F" + column.Decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) ?? "";

    private static string Grouped(decimal number, int decimals, string thousands, string point = ".")
    {
        NumberFormatInfo format = new()
        {
            NumberGroupSeparator = thousands,
            NumberDecimalSeparator = point,
            NumberGroupSizes = [3],
            NumberDecimalDigits = decimals,
            NegativeSign = "−"
        };
        return number.ToString("N", format);
    }
}
