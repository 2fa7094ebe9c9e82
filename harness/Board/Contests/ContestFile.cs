using Evaluator.Challenges.Reading;

namespace Evaluator.Board.Contests;

/// <summary>A file that competitors download.</summary>
internal sealed record ContestFile(string Name, long Bytes)
{
    public static IReadOnlyList<ContestFile> Of(ChallengeFolder folder) =>
        [.. folder.Files().Select(name => new ContestFile(name, new FileInfo(folder.FileOf(name)).Length))];
}
