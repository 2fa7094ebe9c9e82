using Evaluator.Contest.Package;

namespace Evaluator.Report.Findings;

/// <summary>
/// For whom a report is. The organiser's shows everything. A public one shows nothing about a closed case but its part in the score and in
/// the counts of verdicts (ruling 13): every other section is about the example cases alone.
/// </summary>
public sealed class ReportScope
{
    private readonly Func<string, bool> shows;

    private ReportScope(bool isPublic, Func<string, bool> shows)
    {
        IsPublic = isPublic;
        this.shows = shows;
    }

    public static ReportScope Organiser { get; } = new(false, _ => true);

    public static ReportScope Public(DataPackage package) => new(true, package.IsExample);

    public bool IsPublic { get; }

    /// <summary>Whether the case may be shown by itself.</summary>
    public bool Shows(string blockGroup) => shows(blockGroup);
}
