using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Evaluator.Board.Shell;

/// <summary>Times as pages show them: UTC, readable by a program, and how long until or since where that matters.</summary>
internal static class Moment
{
    public static IHtmlContent Never { get; } = new HtmlString("<span class=\"soft\">never</span>");

    public static IHtmlContent HtmlOrNever(DateTimeOffset? time) => time is { } known ? Html(known) : Never;

    public static IHtmlContent Html(long milliseconds) => Html(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds));

    public static IHtmlContent Html(DateTimeOffset time) =>
        new HtmlString($"<time datetime=\"{Iso(time)}\">{HtmlEncoder.Default.Encode(Text(time))}</time>");

    /// <summary>The time with "in 3 h" or "2 days ago" behind it, and room for the visitor's own clock.</summary>
    public static IHtmlContent HtmlFrom(DateTimeOffset time, DateTimeOffset now) =>
        new HtmlString(
            $"<span class=\"moment\"><time datetime=\"{Iso(time)}\">{HtmlEncoder.Default.Encode(Text(time))}</time> <span "
            + $"class=\"soft\">({Distance(time, now)}<span class=\"own-time\"></span>)</span></span>");

    public static string Iso(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);

    public static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("d MMM yyyy, HH:mm", CultureInfo.InvariantCulture);

    /// <summary>"in 3 h", "12 min ago".</summary>
    public static string Distance(DateTimeOffset time, DateTimeOffset now)
    {
        TimeSpan span = (time - now).Duration();
        string length = span switch
        {
            { TotalMinutes: < 1 } => "less than a minute",
            { TotalMinutes: < 60 } => $"{(int)span.TotalMinutes} min",
            { TotalHours: < 48 } => $"{(int)span.TotalHours} h",
            { TotalDays: < 730 } => $"{(int)span.TotalDays} days",
            _ => $"{(int)(span.TotalDays / 365.25)} years",
        };
        return time >= now ? $"in {length}" : $"{length} ago";
    }
}
