using System.Text;
using Evaluator.Harness.Records;
using Evaluator.Report.Findings;
using Evaluator.Report.Markup;

namespace Evaluator.Report.Page.Sections;

/// <summary>What failed, before all else: those of one failure together, with the frames of the first.</summary>
internal static class FailuresSection
{
    private const int GroupsShown = 20, CasesShown = 30;

    public static PageSection? Of(RunFindings findings)
    {
        IReadOnlyList<CaseResult> failed = findings.Failed;
        if (failed.Count == 0)
            return null;
        IReadOnlyList<FailureGroup> groups = FailureGroup.Of(failed);
        var content = new StringBuilder();
        foreach (FailureGroup group in groups.Take(GroupsShown))
        {
            string names = string.Join(", ", group.Cases.Take(CasesShown).Select(result => result.Case));
            string more = group.Cases.Count > CasesShown ? $" and {Html.Count(group.Cases.Count - CasesShown)} more" : "";
            string[] lines = [group.What.Length > 0 ? group.What : group.Reason ?? "", .. group.FirstFrames];
            content.Append($"<h3>{Html.Counted(group.Cases.Count, "case")}: <span class=\"bad\">{group.Verdict}</span></h3>")
                .Append(Html.Lines(string.Join('\n', lines))).Append(Html.Note(names + more));
        }
        if (groups.Count > GroupsShown)
            content.Append(Html.Note($"… and {Html.Counted(groups.Count - GroupsShown, "other failure")}."));
        string title = $"{Html.Counted(failed.Count, "case")} of {Html.Count(findings.Shown.Count)} failed";
        return new PageSection("failures", title, content.ToString());
    }
}
