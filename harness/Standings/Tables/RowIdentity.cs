namespace Evaluator.Standings.Tables;

/// <summary>The same submission in a table.</summary>
internal sealed class RowIdentity : IEqualityComparer<TableRow>
{
    public static RowIdentity Instance { get; } = new();

    public bool Equals(TableRow? left, TableRow? right) => left?.SubmissionSeq == right?.SubmissionSeq;

    public int GetHashCode(TableRow row) => row.SubmissionSeq.GetHashCode();
}
