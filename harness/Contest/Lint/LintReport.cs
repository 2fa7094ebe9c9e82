namespace Evaluator.Contest.Lint;

/// <summary>Files and data lines of one kind.</summary>
public sealed record FileTally(string Kind, int Files, long Rows);

/// <summary>How many values of a column lead to a row of another table.</summary>
/// <param name="Blank">Values left out.</param>
/// <param name="Nowhere">Values that lead nowhere.</param>
public sealed record ForeignKey(string From, string To, long Values, long Blank, long Nowhere);

/// <summary>What a data package holds and what is wrong with it.</summary>
/// <param name="WhyNotRunnable">Null if all its cases can be run, else what a run would say.</param>
/// <param name="Notes">What a run of all its cases notes about the data, in the words of the run; empty where none is possible.</param>
public sealed record LintReport(
    string Folder, string? WhyNotRunnable, IReadOnlyList<string> Notes, IReadOnlyList<FileTally> Files, IReadOnlyList<ForeignKey> Keys,
    IReadOnlyList<DataFinding> Findings, int BlockGroups, int Cases, long Locations, long Events, long Unplaced)
{
    public long CountOf(DataFault fault) => Findings.FirstOrDefault(finding => finding.Fault == fault)?.Count ?? 0;
}
