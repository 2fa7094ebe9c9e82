using System.Collections.Concurrent;
using Evaluator.Board.Commits;
using Evaluator.Board.Journals;
using Evaluator.Standings.Profiles;

namespace Evaluator.Board.Profiles;

/// <summary>
/// What each person did in each contest, folded again when a contest has news, or claims of commits, and somebody asks. A cache: nothing is
/// lost with it.
/// </summary>
internal sealed class Histories(Journal journal, AuthorClaims claims)
{
    private readonly ConcurrentDictionary<string, ((long, string) Version, IReadOnlyDictionary<string, ProfileContest> People)> folded =
        new(StringComparer.Ordinal);

    /// <summary>The contests that a person was in, by name.</summary>
    public IReadOnlyList<ProfileContest> Of(string account) =>
        [.. journal.All.Select(contest => Of(contest).GetValueOrDefault(account)).OfType<ProfileContest>()];

    /// <summary>All contests, each with its people.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, ProfileContest>> All() => [.. journal.All.Select(Of)];

    /// <summary>Ends when any contest has news.</summary>
    public Task News() => Task.WhenAny(journal.All.Select(contest => contest.News).DefaultIfEmpty(Task.Delay(Timeout.Infinite)));

    private IReadOnlyDictionary<string, ProfileContest> Of(LiveContest contest)
    {
        string claimed = claims.VersionOf(contest.Name);
        if (folded.TryGetValue(contest.Name, out ((long, string) Version, IReadOnlyDictionary<string, ProfileContest> People) known)
            && known.Version == (contest.Last?.Seq ?? 0, claimed))
            return known.People;
        IReadOnlyDictionary<string, IReadOnlyList<string>> authors = claims.Authors(contest.Name);
        ((long, string) Version, IReadOnlyDictionary<string, ProfileContest> People) fresh = contest.Ask(fold => ((fold.Seq, claimed),
            ProfileFold.Of(fold, contest.Name, submission => authors.GetValueOrDefault(submission.Id) ?? [])));
        folded[contest.Name] = fresh;
        return fresh.People;
    }
}
