using Evaluator.Standings.Columns;

namespace Evaluator.Standings.Tables;

/// <summary>Better rows first, the earlier one first among equals. No two rows of a table are the same.</summary>
internal sealed class RowComparer(RankedColumns ranked) : IComparer<TableRow>
{
    public int Compare(TableRow? left, TableRow? right)
    {
        int order = ranked.Compare(left!.Values, right!.Values);
        return order != 0 ? order : left.SubmissionSeq.CompareTo(right.SubmissionSeq);
    }
}
