using Evaluator.Confinement;
using Evaluator.Contest.Calls;
using Evaluator.Harness.Records;
using Evaluator.Report.Explaining;
using Evaluator.Scorer.Definition;
using Evaluator.Scorer.Explaining;

namespace Evaluator.Report.Findings;

/// <summary>All that a report tells about a run, gathered in one pass over its cases.</summary>
public sealed class RunFindings
{
    private readonly PlayedRun run;
    private readonly LocationPoints points;

    private RunFindings(PlayedRun run, bool isPublic)
    {
        this.run = run;
        IsPublic = isPublic;
        Manifest = run.Manifest;
        CaseResult[] all = [.. run.Folder.ReadCases().OrderBy(result => result.Case, StringComparer.Ordinal)];
        PublicView view = PublicView.Of(Manifest, all);
        Summary = isPublic ? view.Summary : RunSummary.Of(Manifest, all);
        Shown = isPublic ? view.Open : all;
        int[] months = [.. CallingSequence.Parse(Manifest.Months).PredictedMonths];
        Days = [.. months.Select(month => new DailyTotals(month))];
        Errors = new ErrorShares(months.Length);
        Calibrations =
            [.. GranularityNames.All.Select(_ => Enumerable.Range(0, EventTypes.Count).Select(_ => new Calibration()).ToArray())];
        points = LocationPoints.Read(run.Package);
    }

    /// <summary>
    /// For whom this is. A competitor gets nothing about a closed case but its part in the score and in the counts of verdicts (ruling 13):
    /// every other section is about the example cases alone.
    /// </summary>
    public bool IsPublic { get; }

    public RunManifest Manifest { get; }

    public RunSummary Summary { get; }

    /// <summary>The cases that may be shown one by one.</summary>
    public IReadOnlyList<CaseResult> Shown { get; }

    /// <summary>The shown cases that were accepted, best first.</summary>
    public IReadOnlyList<CaseResult> Accepted =>
        [.. Shown.Where(result => result.Verdict == Verdict.Accepted).OrderByDescending(result => result.Score)
            .ThenBy(result => result.Case, StringComparer.Ordinal)];

    /// <summary>The shown cases that were not, in ordinal order.</summary>
    public IReadOnlyList<CaseResult> Failed => [.. Shown.Where(result => result.Verdict != Verdict.Accepted)];

    /// <summary>Of how many shown cases there are predictions; what follows is about these.</summary>
    public int Played { get; private set; }

    public ErrorShares Errors { get; }

    /// <summary>By granularity, then by type; counts of a whole month.</summary>
    public Calibration[][] Calibrations { get; }

    public IReadOnlyList<DailyTotals> Days { get; }

    /// <summary>The middle of each shown case's locations, where the tables tell one.</summary>
    public IReadOnlyDictionary<string, MapPoint> Middles => middles;

    private readonly Dictionary<string, MapPoint> middles = new(StringComparer.Ordinal);

    /// <exception cref="Harness.Storage.RunFolderException">
    /// The archive is damaged, or the data is not what the run was scored with.
    /// </exception>
    public static RunFindings Gather(PlayedRun run, bool isPublic)
    {
        var findings = new RunFindings(run, isPublic);
        foreach (CaseResult result in findings.Shown)
            findings.Add(result);
        return findings;
    }

    /// <returns>Null where no predictions were kept.</returns>
    public CaseExplanation? Explain(CaseResult result) => run.Read(result) is { } played ? CaseExplanation.Of(played) : null;

    public MapPoint? PointOf(string location) => points.Of(location);

    private void Add(CaseResult result)
    {
        PlayedCase? played = run.Read(result);
        if (points.MiddleOf((played?.Place ?? run.Package.ReadCase(result.Case)).Locations) is { } middle)
            middles.Add(result.Case, middle);
        if (played is null)
            return;
        Played++;
        for (int i = 0; i < played.Months.Count; i++)
        {
            PlayedMonth month = played.Months[i];
            Days[i].Add(month);
            if (month.Actual.EventCount > 0)
                Errors.Add(i, ErrorBreakdown.Of(month.Actual, month.Predictions));
            Calibrate(month);
        }
    }

    private void Calibrate(PlayedMonth month)
    {
        BlockGroupLayout layout = month.Actual.Layout;
        for (int type = 0; type < EventTypes.Count; type++)
        {
            double[] streetPredicted = new double[layout.StreetCount], streetActual = new double[layout.StreetCount];
            for (int location = 0; location < layout.LocationCount; location++)
            {
                double predicted = 0, actual = 0;
                for (int day = 0; day < month.Actual.DayCount; day++)
                {
                    predicted += month.Predicted(location, day, type);
                    actual += month.Counted(location, day, type);
                }
                Calibrations[(int)Granularity.Location][type].Add(predicted, actual);
                streetPredicted[layout.StreetOfLocation[location]] += predicted;
                streetActual[layout.StreetOfLocation[location]] += actual;
            }
            for (int street = 0; street < layout.StreetCount; street++)
                Calibrations[(int)Granularity.Street][type].Add(streetPredicted[street], streetActual[street]);
            Calibrations[(int)Granularity.BlockGroup][type].Add(streetPredicted.Sum(), streetActual.Sum());
        }
    }
}
