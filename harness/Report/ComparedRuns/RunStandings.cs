using Evaluator.Confinement;
using Evaluator.Harness.Records;
using Evaluator.Harness.Storage;

namespace Evaluator.Report.ComparedRuns;

/// <summary>
/// Who is where: the runs of one evaluation, best first. A function of their case files alone. A run without a score, because it is
/// incomplete or was rejected, has no rank and stands below those that have one.
/// </summary>
public sealed record RunStandings(IReadOnlyList<RunStanding> Rows)
{
    /// <summary>Reads the runs; those that played the same cases with the same truth under the same limits are ranked together.</summary>
    /// <param name="forCompetitors">Whether each run is seen through its <see cref="PublicView"/>: a score that is withheld has no rank,
    /// and times, conflicts and where the runs lie stay with the organiser.</param>
    /// <returns>A table each ground, in the order in which its first run was named.</returns>
    /// <exception cref="RunFolderException">A file is damaged.</exception>
    public static IReadOnlyList<RunStandings> OfEach(IReadOnlyList<string> folders, bool forCompetitors = false)
    {
        List<List<RunStanding>> grounds = [];
        foreach (RunStanding run in folders.Select(folder => Read(folder, forCompetitors)))
        {
            if (grounds.Find(ground => DifferenceOf(ground[0], run) is null) is { } same)
                same.Add(run);
            else
                grounds.Add([run]);
        }
        // Why is for the organiser: it names folders.
        return [.. grounds.Select(
            ground => Ranked(ground) with { Apart = forCompetitors ? null : DifferenceOf(grounds[0][0], ground[0]) })];
    }

    /// <summary>The same of runs that must all have the same ground.</summary>
    /// <exception cref="RunFolderException">They have not, or a file is damaged.</exception>
    public static RunStandings Of(IReadOnlyList<string> folders, bool forCompetitors = false)
    {
        RunStanding[] read = [.. folders.Select(folder => Read(folder, forCompetitors))];
        if (read.Skip(1).Select(other => DifferenceOf(read[0], other)).FirstOrDefault(difference => difference is not null) is { } found)
            throw new RunFolderException(found);
        return Ranked(read);
    }

    /// <summary>Why they are not ranked with the first run that was named; null where they are.</summary>
    public string? Apart { get; init; }

    /// <summary>Which cases its runs played.</summary>
    public string Set => Rows[0].Manifest.Set;

    private static string? DifferenceOf(RunStanding one, RunStanding other) =>
        Ground.DifferenceOf(one.Manifest, one.Folder, other.Manifest, other.Folder);

    private static RunStandings Ranked(IReadOnlyList<RunStanding> read)
    {
        RunStanding[] ordered =
        [
            .. read.OrderByDescending(one => one.Summary.Score ?? double.NegativeInfinity)
                .ThenBy(one => one.Manifest.Submission.Name, StringComparer.Ordinal)
                .ThenBy(one => one.Folder, StringComparer.Ordinal),
        ];
        return new RunStandings(
            [.. ordered.Select(
                one =>
                    one.Summary.Score is { } score ? one with { Rank = 1 + ordered.Count(better => better.Summary.Score > score) } : one)]);
    }

    private static RunStanding Read(string path, bool forCompetitors)
    {
        RunFolder folder = RunFolder.Open(path);
        RunManifest manifest = folder.ReadManifest();
        IReadOnlyList<CaseResult> results = folder.ReadCases();
        int failed = results.Count(result => result.Verdict != Verdict.Accepted);
        if (forCompetitors)
            return new RunStanding(null, Path.GetFileName(folder.Path), manifest, PublicView.Of(manifest, results).Summary, failed, null,
                0);
        double seconds = results.Count == 0 ? 0 : results.Average(result => result.CpuSeconds);
        return new RunStanding(null, folder.Path, manifest, RunSummary.Of(manifest, results), failed, seconds,
            folder.ReadConflicts().Count);
    }
}
