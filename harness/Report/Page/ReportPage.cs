using System.Text;
using Evaluator.Drawing;
using Evaluator.Report.Findings;
using Evaluator.Report.Markup;
using Evaluator.Report.Page.Sections;

namespace Evaluator.Report.Page;

/// <summary>The report of a run: one HTML file that needs nothing else, from disk or from a server.</summary>
public static class ReportPage
{
    /// <param name="findings">The run.</param>
    /// <param name="cases">Block groups to show beside the ten best and the ten worst.</param>
    public static string Of(RunFindings findings, IReadOnlyList<string> cases)
    {
        PageSection?[] parts =
        [
            FailuresSection.Of(findings),
            OriginSection.Of(findings),
            DistributionSection.Of(findings),
            CalibrationSection.Of(findings),
            AllCasesSection.Of(findings, cases),
            SingleCasesSection.Of(findings, cases),
            CallsSection.Of(findings),
            ProvenanceSection.Of(findings),
        ];
        PageSection[] sections = [.. parts.OfType<PageSection>()];
        return $"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <link rel="icon" href="data:,">
            <title>{Html.Text(findings.Manifest.Submission.Name)} – Evaluator report</title>
            <style>{Font()}{Resource("page.css")}</style>
            </head>
            <body>
            {HeadSection.Of(findings)}<nav aria-label="Contents">{string.Concat(sections.Select(section => section.Link()))}</nav>
            <main>
            {string.Concat(sections.Select(section => section.Render()))}</main>
            <script>{Resource("page.js")}</script>
            </body>
            </html>

            """;
    }

    private static string Font()
    {
        using Stream font = PlotFont.Open();
        using var bytes = new MemoryStream();
        font.CopyTo(bytes);
        return $"@font-face{{font-family:\"DejaVu "
            + $"Sans\";src:url(data:font/ttf;base64,{Convert.ToBase64String(bytes.GetBuffer(), 0, (int)bytes.Length)})}}\n";
    }

    private static string Resource(string name)
    {
        using var reader = new StreamReader(Open(name), Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private static Stream Open(string name) => typeof(ReportPage).Assembly.GetManifestResourceStream(name)!;
}
