using System.Globalization;
using System.Net;

namespace Evaluator.Report.Markup;

/// <summary>Text and figures as they stand in the page.</summary>
internal static class Html
{
    public static string Text(string text) => WebUtility.HtmlEncode(text);

    public static string Score(double? score) => score is { } value ? value.ToString("N2", CultureInfo.InvariantCulture) : "–";

    public static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    public static string Decimal(double value) => value.ToString("N2", CultureInfo.InvariantCulture);

    public static string Signed(double value) => value.ToString("+#,0.00;−#,0.00;0.00", CultureInfo.InvariantCulture);

    public static string Percent(double share) => (100 * share).ToString("0.0", CultureInfo.InvariantCulture) + " %";

    public static string Milliseconds(double seconds) => (1000 * seconds).ToString("N1", CultureInfo.InvariantCulture);

    public static string Mebibytes(long bytes) => (bytes / 1048576.0).ToString("N0", CultureInfo.InvariantCulture);

    public static string Month(int month) => CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month);

    /// <summary>A number and what it counts: 1 case, 2 cases.</summary>
    public static string Counted(long count, string what) => $"{Count(count)} {what}{(count == 1 ? "" : "s")}";

    /// <summary>What has lines of its own: the first as a sentence, the others as they stand.</summary>
    public static string Lines(string text)
    {
        int end = text.IndexOf('\n', StringComparison.Ordinal);
        return end < 0
            ? $"<p class=\"what\">{Text(text)}</p>"
            : $"<p class=\"what\">{Text(text[..end])}</p><pre>{Text(text[(end + 1)..])}</pre>";
    }

    public static string Note(string text) => $"<p class=\"note\">{Text(text)}</p>";

    public static string Figure(string svg, string caption) =>
        svg.Length == 0 ? "" : $"<figure>{svg}<figcaption>{Text(caption)}</figcaption></figure>";
}
