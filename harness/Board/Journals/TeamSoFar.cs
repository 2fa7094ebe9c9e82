namespace Evaluator.Board.Journals;

/// <summary>A team as the log has it: members in the order in which they joined; the first of those who are still there is the captain.</summary>
internal sealed record TeamSoFar(string Id, long Seq, IReadOnlyList<string> Members)
{
    public string? Captain => Members.Count > 0 ? Members[0] : null;
}
