using System.Globalization;
using System.Text.Encodings.Web;
using Evaluator.Board.Texts;
using Microsoft.AspNetCore.Html;

namespace Evaluator.Board.Shell;

/// <summary>Times as pages show them: UTC, readable by a program, with room for the visitor's own clock (board.js fills it), and how long
/// until or since where that matters.</summary>
internal static class Moment
{
    public static IHtmlContent HtmlOrNever(DateTimeOffset? time, Words? words = null) => time is { } known
        ? Html(known, words)
        : new HtmlString($"<span class=\"soft\">{HtmlEncoder.Default.Encode((words ?? Words.English).Never)}</span>");

    public static IHtmlContent Html(long milliseconds) => Html(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds));

    public static IHtmlContent Html(DateTimeOffset time, Words? words = null) => new HtmlString(
        $"<time datetime=\"{Iso(time)}\">{HtmlEncoder.Default.Encode((words ?? Words.English).Time(time))}</time>"
        + "<span class=\"own-time\"></span>");

    /// <summary>The time with "in 3 h" or "2 days ago" behind it, and room for the visitor's own clock.</summary>
    public static IHtmlContent HtmlFrom(DateTimeOffset time, DateTimeOffset now, Words? words = null)
    {
        Words said = words ?? Words.English;
        return new HtmlString(
            $"<span class=\"moment\"><time datetime=\"{Iso(time)}\">{HtmlEncoder.Default.Encode(said.Time(time))}</time> <span "
            + $"class=\"soft\">({HtmlEncoder.Default.Encode(said.Distance(time, now))}<span class=\"own-time\"></span>)</span></span>");
    }

    public static string Iso(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);

    public static string Text(DateTimeOffset time) => Words.English.Time(time);

    /// <summary>"in 3 h", "12 min ago".</summary>
    public static string Distance(DateTimeOffset time, DateTimeOffset now) => Words.English.Distance(time, now);
}
