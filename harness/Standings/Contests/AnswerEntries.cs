using Evaluator.Standings.Log;
using Evaluator.Standings.Log.Bodies;

namespace Evaluator.Standings.Contests;

/// <summary>What the log says about answers: every commitment, and the salts once they were revealed.</summary>
public sealed class AnswerEntries
{
    private readonly List<(long Seq, AnswersCommitted Committed)> commitments = [];
    private readonly Dictionary<string, AnswersRevealed> revealed = new(StringComparer.Ordinal);

    /// <summary>All commitments in the order of their entries; of one set the last one counts, the ones before were corrected.</summary>
    public IReadOnlyList<(long Seq, AnswersCommitted Committed)> Commitments => commitments;

    /// <summary>The commitment that counts; null where there is none.</summary>
    public AnswersCommitted? Committed(string set) => commitments.LastOrDefault(pair => pair.Committed.Set == set).Committed;

    /// <summary>The salts of a set; null while they are secret.</summary>
    public AnswersRevealed? Revealed(string set) => revealed.GetValueOrDefault(set);

    internal void Apply(Entry entry)
    {
        if (entry.Body is AnswersCommitted committed)
            commitments.Add((entry.Seq, committed));
        else if (entry.Body is AnswersRevealed salts)
            revealed[salts.Set] = salts;
    }
}
