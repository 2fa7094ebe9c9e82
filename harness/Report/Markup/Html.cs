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

    public static string Section(string id, string title, string content) =>
        $"<section id=\"{id}\"><h2>{Text(title)}</h2>{content}</section>\n";

    public static string Note(string text) => $"<p class=\"note\">{Text(text)}</p>";

    public static string Figure(string svg, string caption) =>
        svg.Length == 0 ? "" : $"<figure>{svg}<figcaption>{Text(caption)}</figcaption></figure>";
}
