using System.Globalization;
using System.Text;

namespace Evaluator.Report.Markup;

/// <summary>A table of the page. The first column names the row; the others hold figures and are set to the right.</summary>
internal sealed class HtmlTable(params string[] heads)
{
    private readonly StringBuilder rows = new();

    public HtmlTable Row(params IEnumerable<string> cells) =>
        Append(cells, (cell, i) => i == 0 ? $"<th scope=\"row\">{Html.Text(cell)}</th>" : $"<td>{Html.Text(cell)}</td>");

    /// <summary>A row whose name leads to a place of the page.</summary>
    /// <param name="id">Null where there is none.</param>
    public HtmlTable Named(string name, string? id, params IEnumerable<string> cells)
    {
        string head = id is null ? Html.Text(name) : $"<a href=\"#{id}\">{Html.Text(name)}</a>";
        rows.Append("<tr><th scope=\"row\">").Append(head).Append("</th>");
        rows.AppendJoin("", cells.Select(cell => $"<td>{Html.Text(cell)}</td>")).Append("</tr>");
        return this;
    }

    /// <summary>A row whose figures carry a bar: each cell a text and how much of it is filled, 0 to 1.</summary>
    public HtmlTable Bars(string name, IEnumerable<(string Text, double Filled)> cells)
    {
        rows.Append("<tr>").Append($"<th scope=\"row\">{Html.Text(name)}</th>");
        foreach ((string text, double filled) in cells)
        {
            string percent = (100 * Math.Clamp(filled, 0, 1)).ToString("0.#", CultureInfo.InvariantCulture);
            rows.Append($"<td class=\"bar\" style=\"--fill:{percent}%\">{Html.Text(text)}</td>");
        }
        rows.Append("</tr>");
        return this;
    }

    /// <summary>The table in a box that scrolls sideways where the screen is narrow.</summary>
    /// <param name="sortable">Whether a click on a head sorts by that column.</param>
    public string Render(bool sortable = false)
    {
        string head = string.Concat(heads.Select(name => $"<th scope=\"col\">{Html.Text(name)}</th>"));
        string kind = sortable ? " class=\"sortable\"" : "";
        return $"<div class=\"scroll\"><table{kind}><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>";
    }

    private HtmlTable Append(IEnumerable<string> cells, Func<string, int, string> render)
    {
        rows.Append("<tr>").AppendJoin("", cells.Select(render)).Append("</tr>");
        return this;
    }
}
