using Evaluator.Board.Contests;
using Evaluator.Board.Store;
using Evaluator.Challenges;
using Evaluator.Jobs;

namespace Evaluator.Board.Baselines;

/// <summary>What is evaluated as a contest's baselines, as blobs: files of its folder, and commits once they are fetched.</summary>
internal sealed class BaselineFiles(BaselineSources sources, Blobs blobs)
{
    /// <summary>Changes when there may be more of them than before.</summary>
    public string VersionOf(RunningContest contest) =>
        contest.Challenge.Baselines.Any(baseline => baseline.Repository is not null) ? sources.VersionOf(contest.Name) : "";

    /// <summary>Those that are here. What is not is asked for, and comes by a worker.</summary>
    public async Task<IReadOnlyList<(Baseline Baseline, HandedInFile File)>> Of(RunningContest contest, CancellationToken stop)
    {
        List<(Baseline, HandedInFile)> here = [];
        foreach (Baseline baseline in contest.Challenge.Baselines)
        {
            if (baseline.File is { } file)
            {
                await using FileStream content = File.OpenRead(contest.Folder.FileOf(file));
                StoredBlob blob = (await blobs.Keep(content, long.MaxValue, stop))!;
                here.Add((baseline, new HandedInFile(Path.GetFileName(file), blob.Sha256, blob.Size)));
            }
            else if (baseline.Repository is { } repository)
            {
                if (sources.Find(contest.Name, baseline) is not { } source)
                    sources.Want(contest.Name, baseline.Name, repository);
                else if (source is { State: BaselineSource.Fetched, Sha256: { } sha256 })
                    here.Add((baseline, new HandedInFile(source.FileName!, sha256, source.Bytes!.Value)));
            }
        }
        return here;
    }
}
