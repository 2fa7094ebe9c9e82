using Evaluator.Contest;
using Evaluator.Contest.Package;
using Evaluator.Harness.Storage;

namespace Evaluator.Harness.Shards;

/// <summary>How long cases may take, relative to each other, before anybody has played them: what <see cref="Dealing"/> goes by.</summary>
public static class CaseCosts
{
    /// <summary>
    /// What a case costs besides its locations, in locations: SmoothedRate over the 95 provisional cases took 0.20 s + 0.00034 s a
    /// location, least squares, and so 590 locations' time for the start of a worker and its tables.
    /// </summary>
    private const int LocationsOfStart = 600;

    /// <exception cref="PackageException">A case has no locations.</exception>
    public static IReadOnlyList<int> ByLocations(DataPackage package, IReadOnlyList<string> cases) =>
        [.. cases.Select(caseId => LocationsOfStart + package.ReadCase(caseId).Locations.Count)];

    /// <summary>Milliseconds that the cases took in an earlier run; for those it has not played, the mean.</summary>
    /// <exception cref="RunFolderException">It has played none of them, or one of its files is damaged.</exception>
    public static IReadOnlyList<int> ByDurations(RunFolder earlier, IReadOnlyList<string> cases)
    {
        Dictionary<string, int> known = earlier.ReadCases().ToDictionary(
            result => result.Case, result => Math.Max(1, (int)Math.Round(1000 * result.WallSeconds)));
        int[] found = [.. cases.Where(known.ContainsKey).Select(caseId => known[caseId])];
        if (found.Length == 0)
            throw new RunFolderException($"{earlier.Path} has played none of these {cases.Count} cases; it can't say how long they take.");
        return [.. cases.Select(caseId => known.GetValueOrDefault(caseId, (int)found.Average()))];
    }
}
