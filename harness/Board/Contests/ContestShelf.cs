using System.Collections.Concurrent;
using Evaluator.Board.Folder;
using Evaluator.Board.Journals;
using Evaluator.Challenges.Reading;

namespace Evaluator.Board.Contests;

/// <summary>The contests of this board with their challenges' folders. A folder is read again when its definition changed (`board add` on a
/// running board).</summary>
internal sealed class ContestShelf(BoardFolder board, Journal journal)
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
            folders[live.Name] = known = (written, ChallengeFolder.Read(folder));
        return new RunningContest(known.Folder, live);
    }
}
