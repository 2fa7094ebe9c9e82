namespace Evaluator.Report.Markup;

/// <summary>A part of the page with a heading, which the table of contents leads to.</summary>
internal sealed record PageSection(string Id, string Title, string Content)
{
    public string Render() => $"<section id=\"{Id}\"><h2>{Html.Text(Title)}</h2>{Content}</section>\n";

    public string Link() => $"<a href=\"#{Id}\">{Html.Text(Title)}</a>";
}
