using Evaluator.Board.Contests;
using Evaluator.Board.Journals;
using Evaluator.Board.Teams;
using Evaluator.Challenges;
using Evaluator.Standings.Contests;

namespace Evaluator.Board.Rewards;

/// <summary>
/// The reward history of a contest, of a person, and of the whole board, the newest first. All of it is public: the ledger is made of
/// released values, and a freeze keeps awards back.
/// </summary>
internal sealed class RewardHistory(ContestShelf shelf, TeamNames names, Seals seals)
{
    public const int PageSize = 100;

    public IReadOnlyList<RewardLine> Of(RunningContest contest, string? team = null) =>
        Lines(contest, entry => team is null || entry.Team == team);

    public IReadOnlyList<RewardLine> OfPerson(string account) => Merged(entry => entry.Members.Contains(account));

    public IReadOnlyList<RewardLine> OfBoard() => Merged(_ => true);

    /// <summary>The points that stand, of each team by its id, the most first.</summary>
    public static IReadOnlyList<(string Team, int Points)> Points(IReadOnlyList<RewardLine> lines) =>
        [.. lines.Where(line => line.TakenBack is null).GroupBy(line => line.Team, StringComparer.Ordinal)
            .Select(team => (team.Key, team.Sum(line => line.Points)))
            .OrderByDescending(team => team.Item2).ThenBy(team => team.Key, StringComparer.Ordinal)];

    /// <summary>A name for what a contest's history shows; equal histories have equal names.</summary>
    public static string VersionOf(LiveContest contest) => contest.Ask(fold =>
        $"{fold.Rewards.Ledger.Count}.{fold.Rewards.Ledger.Count(entry => entry.ReversedBy is not null)}.{fold.Rewards.Versions.Count}");

    private List<RewardLine> Merged(Func<LedgerEntry, bool> wanted) =>
        [.. shelf.All.SelectMany(contest => Lines(contest, wanted)).OrderByDescending(line => line.At)];

    private List<RewardLine> Lines(RunningContest contest, Func<LedgerEntry, bool> wanted)
    {
        IReadOnlyList<(LedgerEntry Entry, string? Title, RewardKind Kind, Phase? Phase)> ledger = contest.Live.Ask(fold =>
            fold.Rewards.Ledger.Where(wanted).Select(entry => (entry, TitleOf(fold, entry), KindOf(fold, entry), PhaseOf(fold, entry)))
                .Reverse().ToList());
        return [.. ledger.Select(line => new RewardLine(
            contest, line.Entry.Id, line.Entry.Award?.Rule, line.Kind,
            line.Title ?? (line.Entry.Grant is { } grant ? seals.Open(grant.Reason) : null), line.Phase, line.Entry.Team,
            names.NameOf(line.Entry.Team), line.Entry.Award?.Submission, line.Entry.Points, line.Entry.At, line.Entry.ReversedAt,
            line.Entry.Members))];
    }

    private static string? TitleOf(Contest fold, LedgerEntry entry) => entry.Award is { } award ? fold.Rewards.TitleOf(award) : null;

    private static RewardKind KindOf(Contest fold, LedgerEntry entry) => entry.Award is { } award
        ? fold.Rewards.VersionOf(award)?.Rule.Kind ?? RewardKind.Grant
        : RewardKind.Grant;

    private static Phase? PhaseOf(Contest fold, LedgerEntry entry) =>
        entry.Award is { } award ? fold.Phase(award.Phase)?.Settings : null;
}
