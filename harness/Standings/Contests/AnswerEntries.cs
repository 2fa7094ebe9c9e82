using Evaluator.Standings.Log;
using Evaluator.Standings.Log.Bodies;

namespace Evaluator.Standings.Contests;

/// <summary>What the log says about answers: every commitment, and the salts once they were revealed.</summary>
public sealed class AnswerEntries
{
    private readonly List<(Entry Entry, AnswersCommitted Committed)> commitments = [];
    private readonly Dictionary<string, (Entry Entry, AnswersRevealed Salts)> revealed = new(StringComparer.Ordinal);

    /// <summary>All commitments in the order of their entries; of one set the last one counts, the ones before were corrected.</summary>
    public IReadOnlyList<(Entry Entry, AnswersCommitted Committed)> Commitments => commitments;

    /// <summary>The sets that answers were promised of, in the order in which they first were.</summary>
    public IEnumerable<string> Sets => commitments.Select(pair => pair.Committed.Set).Distinct(StringComparer.Ordinal);

    /// <summary>The commitment that counts; null where there is none.</summary>
    public AnswersCommitted? Committed(string set) => commitments.LastOrDefault(pair => pair.Committed.Set == set).Committed;

    /// <summary>The salts of the commitment that counts; null while they are secret.</summary>
    public AnswersRevealed? Revealed(string set) => Opening(set)?.Body as AnswersRevealed;

    /// <summary>The entry that opened the commitment that counts; null while none has.</summary>
    public Entry? Opening(string set) => revealed.TryGetValue(set, out (Entry Entry, AnswersRevealed Salts) opened)
        && opened.Entry.Seq > commitments.LastOrDefault(pair => pair.Committed.Set == set).Entry?.Seq ? opened.Entry : null;

    internal void Apply(Entry entry)
    {
        if (entry.Body is AnswersCommitted committed)
            commitments.Add((entry, committed));
        else if (entry.Body is AnswersRevealed salts)
            revealed[salts.Set] = (entry, salts);
    }
}
