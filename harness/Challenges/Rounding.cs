using System.Globalization;

namespace Evaluator.Challenges;

/// <summary>
/// How a measured number becomes a value of a column: the exact binary value rounded to the column's digits, halves to the even digit.
/// Python's
/// <c>round(Decimal(x), digits)</c> gives the same.
/// </summary>
public static class Rounding
{
    /// <returns>Null where the number is NaN, infinite or beyond what a decimal holds: then there is no value.</returns>
    public static decimal? ToDigits(double value, int digits)
    {
        if (!double.IsFinite(value) || Math.Abs(value) >= 7.9e27)
            return null;
        // "F" writes the exact value since .NET Core 3.0; a cast to decimal would cut it to 15 digits first.
        string text = value.ToString("F" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out decimal rounded)
            ? rounded == 0 ? 0 : rounded
            : null;
    }
}
