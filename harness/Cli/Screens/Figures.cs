using System.Globalization;

namespace Evaluator.Cli.Screens;

/// <summary>How figures are written for people: the same on every machine.</summary>
internal static class Figures
{
    public static string Score(double? score) => score is { } value ? value.ToString("F6", CultureInfo.InvariantCulture) : "-";

    /// <summary>As people write it; a value too small for six places keeps its four digits.</summary>
    public static string Rmse(double rmse) => rmse.ToString(rmse is 0 or >= 0.001 ? "0.000000" : "0.000E+0", CultureInfo.InvariantCulture);

    public static string Duration(double seconds) => seconds < 100
        ? string.Create(CultureInfo.InvariantCulture, $"{seconds:F1} s")
        : TimeSpan.FromSeconds(seconds).ToString(seconds < 3600 ? @"m\:ss\ \m\i\n" : @"h\:mm\:ss\ \h", CultureInfo.InvariantCulture);

    public static string Seconds(double seconds) => seconds.ToString("F2", CultureInfo.InvariantCulture);

    public static string Mebibytes(long bytes) => (bytes / 1048576.0).ToString("F0", CultureInfo.InvariantCulture);

    public static string Percent(double share) => share.ToString("0.0 %;-0.0 %", CultureInfo.InvariantCulture);

    public static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
