using System.Collections.Concurrent;
using Evaluator.Board.Folder;
using Evaluator.Board.Journals;
using Evaluator.Challenges.Reading;

namespace Evaluator.Board.Contests;

/// <summary>
/// The contests of this board with their challenges' folders. A folder is read again when its definition changed (`board add` on a running
/// board); one that can't be read now, because it is being changed or was spoiled, is what it was.
/// </summary>
internal sealed class ContestShelf(BoardFolder board, Journal journal, ILogger<ContestShelf> log)
{
    private readonly ConcurrentDictionary<string, (DateTime Written, ChallengeFolder Folder)> folders = new(StringComparer.Ordinal);

    public IReadOnlyList<RunningContest> All => [.. journal.All.Select(Of)];

    /// <summary>A contest; null where there is none of that name.</summary>
    public RunningContest? Find(string? name) => journal.Find(name) is { } live ? Of(live) : null;

    private RunningContest Of(LiveContest live)
    {
        string folder = board.Challenge(live.Name);
        DateTime written = File.GetLastWriteTimeUtc(Path.Combine(folder, ChallengeFolder.Definition));
        if (!folders.TryGetValue(live.Name, out (DateTime Written, ChallengeFolder Folder) known) || known.Written != written)
            folders[live.Name] = known = (written, Read(live.Name, folder, known.Folder));
        return new RunningContest(known.Folder, live);
    }

    private ChallengeFolder Read(string contest, string folder, ChallengeFolder? before)
    {
        try
        {
            return ChallengeFolder.Read(folder);
        }
        catch (Exception unusable) when (before is not null && unusable is (ChallengeFaultsException or IOException))
        {
            log.LogWarning(unusable, "The folder of {Contest} can't be read; the board goes on with what it was.", contest);
            return before!;
        }
    }
}
