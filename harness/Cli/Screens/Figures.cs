using System.Globalization;

namespace Evaluator.Cli.Screens;

/// <summary>How figures are written for people: the same on every machine.</summary>
internal static class Figures
{
    public static string Score(double? score) => score is { } value ? value.ToString("F6", CultureInfo.InvariantCulture) : "-";

    public static string Rmse(double rmse) => rmse.ToString("E4", CultureInfo.InvariantCulture);

    public static string Seconds(double seconds) => seconds.ToString("F2", CultureInfo.InvariantCulture);

    public static string Mebibytes(long bytes) => (bytes / 1048576.0).ToString("F0", CultureInfo.InvariantCulture);

    public static string Percent(double share) => share.ToString("0.0 %;-0.0 %", CultureInfo.InvariantCulture);

    public static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
