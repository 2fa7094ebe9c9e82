using System.Globalization;
using Evaluator.Harness.Records;
using Evaluator.Report.Findings;
using Evaluator.Report.Markup;

namespace Evaluator.Report.Page.Sections;

/// <summary>The score, and what became of the cases.</summary>
internal static class HeadSection
{
    public static string Of(RunFindings findings)
    {
        RunSummary summary = findings.Summary;
        string score = summary switch
        {
            { Rejected: { } why } => $"<p class=\"score\">Rejected</p><p>{Html.Text(why)}</p>",
            { Score: { } value } => $"<p class=\"score\">{value.ToString("N6", CultureInfo.InvariantCulture)}</p>",
            { Complete: true } =>
                $"<p class=\"score\">withheld</p><p>It is a mean of fewer than {PublicView.FewestClosedCases} closed cases.</p>",
            _ => "<p class=\"score\">no score</p><p>The run is incomplete.</p>",
        };
        string chips = string.Concat(summary.Verdicts.Select(verdict =>
            $"<span class=\"chip{(verdict.Key == "Accepted" ? "" : " bad")}\">{verdict.Key} <b>{Html.Count(verdict.Value)}</b></span>"));
        string months = Html.Text(findings.Manifest.Months) + (summary.Official ? "" : " · <b>unofficial</b>");
        return $"""
            <header>
            <p class="kind">{(findings.IsPublic ? "Evaluator · public report" : "Evaluator · report")}</p>
            <h1>{Html.Text(findings.Manifest.Submission.Name)}</h1>
            {score}
            <p class="sub">mean of {Html.Counted(summary.CasesOfSet, "case")} ({Html.Text(summary.Set)}), months {months}</p>
            <p>{chips}</p>
            {ScopeNote(findings)}
            </header>

            """;
    }

    private static string ScopeNote(RunFindings findings)
    {
        if (findings.IsPublic)
            return Html.Note("Score and verdicts are of all cases. Everything below is about the "
                + $"{Html.Counted(findings.Shown.Count, "example case")} of "
                + "this run: the others are closed.");
        return Html.Note("For the organiser: this page shows the truth. Make what competitors get with --public.");
    }
}
