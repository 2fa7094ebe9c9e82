using Evaluator.Report.Charts;
using Evaluator.Report.Findings;
using Evaluator.Report.Markup;

namespace Evaluator.Report.Page.Sections;

/// <summary>How the score is spread over the cases, and over the map.</summary>
internal static class DistributionSection
{
    public static PageSection? Of(RunFindings findings)
    {
        double[] scores = [.. findings.Shown.Select(result => result.Score).OfType<double>().OrderDescending()];
        if (scores.Length == 0)
            return null;
        var table = new HtmlTable("cases", "score");
        foreach ((string name, double rank) in (ReadOnlySpan<(string, double)>)[("best", 0), ("upper tenth", 0.1), ("upper quarter", 0.25),
            ("median", 0.5), ("lower quarter", 0.75), ("lower tenth", 0.9), ("worst", 1)])
            table.Row(name, Html.Score(scores[(int)Math.Round(rank * (scores.Length - 1))]));
        int top = Math.Max(1, scores.Length / 20);
        double sum = scores.Sum();
        int nothing = scores.Count(score => score == 0), failed = findings.Failed.Count;
        string zeros = nothing == 0 ? "" : $" {Html.Counted(nothing, "case")} {(nothing == 1 ? "scores" : "score")} nothing, of which "
            + $"{Html.Count(failed)} failed.";
        string tail = sum == 0 ? "" : Html.Note($"The best {(top == 1 ? "one" : Html.Count(top))} of {Html.Counted(scores.Length, "case")} "
            + $"{(top == 1 ? "makes" : "make")} {Html.Percent(scores.Take(top).Sum() / sum)} of the score.{zeros}");
        string chart = Html.Figure(
            DistributionChart.Of(scores, failed), failed == 0 ? "Cases by score." : "Cases by score; those that failed stand at the left.");
        string content = $"<div class=\"halves\"><div>{chart}{table.Render()}{tail}</div>{Map(findings)}</div>";
        return new PageSection("cases", "The cases", content);
    }

    private static string Map(RunFindings findings)
    {
        var placed = findings.Shown.Where(result => result.Score is not null && findings.Middles.ContainsKey(result.Case))
            .Select(result => (result.Case, Middle: findings.Middles[result.Case], Score: result.Score!.Value)).ToList();
        if (placed.Count < 2)
            return "";
        string svg = BlockGroupMap.Of(placed, out IReadOnlyList<(double X, double Y)> spots);
        double[] limits = BlockGroupMap.Limits([.. placed.Select(one => one.Score)]);
        string legend =
            string.Concat(Enumerable.Range(0, 5).Select(fifth => $"<span class=\"key fifth{fifth}\">{Fifth(limits, fifth)}</span>"));
        string data =
            string.Join(',', placed.Zip(spots,
                (one, spot) => FormattableString.Invariant($"[{spot.X:F4},{spot.Y:F4},\"{one.Case}\",\"{Html.Score(one.Score)}\"]")));
        return $"<figure class=\"map\" id=\"map\"><div class=\"picture\">{svg}<output hidden></output></div>"
            + $"<figcaption>{legend}<br>Each block group at the middle of its locations, coloured by fifths of the score. Point at one, "
            + "or tap it, for its name.</figcaption></figure>"
            + $"<script type=\"application/json\" id=\"spots\">[{data}]</script>";
    }

    private static string Fifth(double[] limits, int fifth) => fifth switch
    {
        0 => $"below {Html.Count((long)limits[0])}",
        4 => $"from {Html.Count((long)limits[3])}",
        _ => $"{Html.Count((long)limits[fifth - 1])} to {Html.Count((long)limits[fifth])}",
    };
}
