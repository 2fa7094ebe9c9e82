namespace Evaluator.Challenges.Tables;

/// <summary>What is said of a table that was handed in. It is refused, with every fault, or scored.</summary>
/// <param name="Rows">Rows that were read, without the header.</param>
/// <param name="Bytes">Bytes that were read.</param>
/// <param name="Faults">What is wrong; empty where it is accepted.</param>
/// <param name="Notes">What was passed over: columns that are not read, a byte-order mark.</param>
/// <param name="Scores">A score a set; empty where the table is refused, or was judged without answers.</param>
public sealed record TableJudgement(
    int Rows, long Bytes, IReadOnlyList<TableFault> Faults, IReadOnlyList<string> Notes, IReadOnlyList<SetScore> Scores)
{
    /// <summary>Whether the table has the form that was asked for.</summary>
    public bool IsAccepted => Faults.Count == 0;

    /// <summary>The score on a set. Answers that have no sets are one, by whatever name a phase calls it.</summary>
    public SetScore? Of(string set) => Scores is [{ Set: AnswerSet.All } whole] ? whole : Scores.FirstOrDefault(score => score.Set == set);
}
