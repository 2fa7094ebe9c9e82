using Evaluator.Board.Contests;
using Evaluator.Board.Journals;
using Evaluator.Challenges;
using Evaluator.Jobs;
using Evaluator.Standings.Log.Bodies;
using Evaluator.Standings.Results;
using Evaluator.Standings.Sealing;

namespace Evaluator.Board.Work;

/// <summary>What the log says when an evaluation ends. Numbers go into it sealed.</summary>
internal sealed class OutcomeLog(ContestShelf shelf, PredictionMark mark)
{
    private const double BytesOfMebibyte = 1024 * 1024;

    /// <summary>What is played as it was handed in: no compiler runs for it before it is looked at.</summary>
    private static readonly string[] Binaries = ["dll", "jar"];

    private const string Board = "board";

    public void Scored(Writing writing, HeldJob job, MergeReport report)
    {
        SealedText values = SealedText.Fresh(ValuesOf(writing.Contest(job.Contest).Contest.Columns, report).ToText());
        SealedText cases = SealedText.Fresh(
            new CaseVector(PredictorColumns.Score, [.. report.Cases.Select(one => one.Case)],
                [.. report.Cases.Select(one => one.Score)]).ToText());
        EntryBody body = job.Baseline is { } baseline
            ? new BaselineSet(baseline, job.Phase, job.SetName, values.Seal, cases.Seal, IsStart(job.Contest, baseline))
            : Recorded(job, Outcome.Scored) with
            {
                Values = values.Seal,
                Cases = cases.Seal,
                Predictions = mark.Of(job.Contest, report.PredictionsSha256),
            };
        writing.Append(job.Contest, new Draft(job.Token, body, [values, cases], null));
    }

    /// <summary>A compiler that ran for it charges an attempt; a binary that was looked at charges nothing.</summary>
    public void Rejected(Writing writing, HeldJob job)
    {
        if (job.Baseline is not null)
            return;
        string? format = writing.Contest(job.Contest).Submission(job.Submission)?.Accepted.Format;
        writing.Append(job.Contest, new Draft(job.Token, Recorded(job, Binaries.Contains(format) ? Outcome.Refused : Outcome.Failed)));
    }

    public static void Unsettled(Writing writing, string contest, string submission)
    {
        if (writing.Contest(contest).Submission(submission) is not { IsUnsettled: true })
            writing.Append(contest, new Draft(Board, new Unsettled(submission)));
    }

    private static EvaluationRecorded Recorded(HeldJob job, Outcome outcome) => new()
    {
        Submission = job.Submission,
        Set = job.SetName,
        Profile = job.Profile,
        Generation = (int)job.Generation,
        Outcome = outcome,
    };

    private bool IsStart(string contest, string baseline) =>
        shelf.Find(contest)?.Challenge.Baselines.FirstOrDefault(one => one.Name == baseline) is { Start: true };

    private static ResultValues ValuesOf(IReadOnlyList<Column> columns, MergeReport report)
    {
        Dictionary<string, double> measured = new(StringComparer.Ordinal)
        {
            [PredictorColumns.Score] = report.Score,
            [PredictorColumns.Accepted] = (double)report.Accepted / report.Cases.Count,
            [PredictorColumns.CpuSeconds] = report.SlowestCpuSeconds,
            [PredictorColumns.CpuSecondsInTotal] = report.CpuSeconds,
            [PredictorColumns.PeakMemory] = report.PeakMemoryBytes / BytesOfMebibyte,
        };
        SortedDictionary<string, decimal> values = new(StringComparer.Ordinal);
        foreach (Column column in columns.Where(column => column.Formula is null && measured.ContainsKey(column.Name)))
        {
            if (Rounding.ToDigits(measured[column.Name], column.Decimals) is { } rounded)
                values[column.Name] = rounded;
        }
        return new ResultValues(values, report.PublicationHash);
    }
}
