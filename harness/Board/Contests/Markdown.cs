using Markdig;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Html;

namespace Evaluator.Board.Contests;

/// <summary>Texts of organisers as HTML: no raw HTML, links to the web, to mail and to this board only, images from this board
/// only.</summary>
internal static class Markdown
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseAutoLinks().DisableHtml().Build();

    /// <param name="home">The contest's address: links to <c>files/…</c>, as they are right in the challenge's folder, lead to its files.
    /// Null for texts that stand elsewhere.</param>
    public static IHtmlContent Html(string? text, string? home = null)
    {
        MarkdownDocument document = Markdig.Markdown.Parse(text ?? "", Pipeline);
        foreach (LinkInline link in document.Descendants<LinkInline>())
            if (!IsHarmless(link.Url, link.IsImage))
                link.Url = "#";
            else if (home is not null && link.Url!.StartsWith("files/", StringComparison.Ordinal))
                link.Url = $"{home}/{link.Url}";
        foreach (AutolinkInline link in document.Descendants<AutolinkInline>())
            if (!link.IsEmail && !IsHarmless(link.Url, image: false))
                link.Url = "#";
        foreach (HeadingBlock heading in document.Descendants<HeadingBlock>())
            heading.Level = Math.Min(6, heading.Level + 1);   // the page has the first level
        return new HtmlString(document.ToHtml(Pipeline));
    }

    private static bool IsHarmless(string? url, bool image)
    {
        if (string.IsNullOrEmpty(url) || url.StartsWith("//", StringComparison.Ordinal) || url.Contains('\\'))
            return false;
        if (!Uri.TryCreate(url, UriKind.Absolute, out Uri? address))
            return true;
        return !image && address.Scheme is "https" or "http" or "mailto" || address.Scheme == "file" && url.StartsWith('/');
    }
}
