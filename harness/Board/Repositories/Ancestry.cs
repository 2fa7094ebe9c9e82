using Evaluator.Jobs;

namespace Evaluator.Board.Repositories;

/// <summary>Who descends from whom, as far as a commit's log goes.</summary>
internal sealed class Ancestry
{
    private readonly IReadOnlyList<CommitReport> log;
    private readonly Dictionary<string, CommitReport> commits = new(StringComparer.Ordinal);

    public Ancestry(IReadOnlyList<CommitReport> log)
    {
        this.log = log;
        foreach (CommitReport commit in log)
            commits[commit.Id] = commit;
    }

    /// <summary>All commits that are named: those of the log, and the parents of its last.</summary>
    public IReadOnlyList<string> Known => [.. log.SelectMany(commit => commit.Parents.Prepend(commit.Id)).Distinct()];

    /// <summary>The commits of the log, the newest first, without those that were there with <paramref name="previous"/>.</summary>
    public IReadOnlyList<CommitReport> Since(string? previous)
    {
        HashSet<string> old = new(StringComparer.Ordinal);
        Stack<string> open = new(previous is null ? [] : [previous]);
        while (open.TryPop(out string? id))
        {
            if (old.Add(id))
                ParentsOf(id).ForEach(open.Push);
        }
        return [.. log.Where(commit => !old.Contains(commit.Id))];
    }

    /// <summary>The nearest ancestors of a commit that are submissions: on every line of descent the first.</summary>
    /// <param name="submissions">By commit.</param>
    public IReadOnlyList<string> Parents(string commit, IReadOnlyDictionary<string, string> submissions)
    {
        List<string> found = [];
        HashSet<string> seen = new(StringComparer.Ordinal);
        Stack<string> open = new(ParentsOf(commit));
        while (open.TryPop(out string? id))
        {
            if (!seen.Add(id))
                continue;
            if (submissions.TryGetValue(id, out string? submission))
                found.Add(submission);
            else
                ParentsOf(id).ForEach(open.Push);
        }
        return [.. found.Distinct()];
    }

    private List<string> ParentsOf(string id) => commits.TryGetValue(id, out CommitReport? commit) ? [.. commit.Parents] : [];
}
