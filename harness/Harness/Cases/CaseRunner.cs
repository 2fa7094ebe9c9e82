using Evaluator.Contest;
using Evaluator.Harness.Runs;
using Evaluator.Harness.Submissions;
using Evaluator.Harness.Workers;
using Evaluator.Scorer;
using Evaluator.Wire;

namespace Evaluator.Harness.Cases;

/// <summary>
/// Theory of operation. One case is one worker process and one conversation (harness/Wire/PROTOCOL.md). The runner feeds the block
/// group's months and asks for the predictions; a month's events are read from the package only after that month's prediction is in
/// and sealed in an array of ours, so until then not even this process holds them. The clock runs from Load to the last reply. What
/// the predictor does wrong becomes a verdict; what we or the machine do wrong is a <see cref="HarnessFaultException"/>, and the case is
/// run again. One runner serves one lane; it is not thread-safe.
/// </summary>
internal sealed class CaseRunner(
    DataPackage package, EventTypeTable types, StagedRun staged, CallingSequence sequence, Limits limits, Watchdog watchdog)
{
    private static readonly TimeSpan FarewellPatience = TimeSpan.FromSeconds(1);

    private readonly WorkerCommand command = new(limits);
    private readonly MonthScorer scorer = new();

    /// <exception cref="HarnessFaultException">Ours or the machine's fault; nothing is known of the predictor.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public CaseOutcome Run(string blockGroup)
    {
        try
        {
            return Play(blockGroup);
        }
        // The package was checked before the run: what can't be read now has changed or broken since.
        catch (Exception ours) when (ours is PackageException or IOException or UnauthorizedAccessException)
        {
            throw new HarnessFaultException($"case {blockGroup} could not be played: {ours.Message}", ours);
        }
    }

    private CaseOutcome Play(string blockGroup)
    {
        ContestCase contestCase = package.ReadCase(blockGroup);
        string folder = staged.NewWorkingFolder(blockGroup);
        try
        {
            using WorkerProcess worker = WorkerProcess.Start(command.For(folder));
            var guard = new WorkerGuard(worker, limits);
            watchdog.Add(guard);
            try
            {
                return Play(contestCase, worker, guard);
            }
            finally
            {
                watchdog.Remove(guard);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private CaseOutcome Play(ContestCase contestCase, WorkerProcess worker, WorkerGuard guard)
    {
        var session = new WorkerSession(worker);
        RequireReady(session.Greet(), "did not say hello", worker, guard);
        RequireReady(session.Tables(staged.TablesFile), "did not take the tables", worker, guard);

        var conversation = new Conversation(package, types, contestCase, sequence, session, guard);
        guard.Start();
        Stop? stop = conversation.Hold(staged.SubmissionFile, staged.ClassName);
        guard.Finish();
        if (stop is null)
            session.Bye();
        else
            worker.Kill();
        ConsoleText console = worker.End(FarewellPatience);

        stop = Judgement.Of(guard.Cause, stop, limits, console);
        return Outcome(contestCase, conversation, stop, guard, console);
    }

    private CaseOutcome Outcome(ContestCase contestCase, Conversation conversation, Stop? stop, WorkerGuard guard, ConsoleText console)
    {
        List<MonthResult> months = [];
        double[] scores = new double[sequence.PredictedMonths.Count];
        int clamped = 0;
        for (int i = 0; i < scores.Length; i++)
        {
            MonthTruth truth = conversation.Truth(i);
            MonthScore? score = stop is null ? Score(truth, conversation.Predictions[i], sequence.PredictedMonths[i], ref stop) : null;
            scores[i] = score?.Score ?? 0;
            clamped += stop is null ? ClampedIn(conversation.Predictions[i]) : 0;
            months.Add(Month(sequence.PredictedMonths[i], truth, score));
        }
        if (stop is not null)
            months = [.. months.Select(month => month with { Rmse = null, Scores = null, Score = null })];

        double caseScore = stop is null ? CaseScore.Of(scores) : 0;
        var result = new CaseResult
        {
            Case = contestCase.BlockGroup,
            Verdict = stop?.Verdict ?? Verdict.Accepted,
            Reason = stop?.Reason,
            Score = caseScore,
            ScoreBits = ScoreBits.Of(caseScore),
            Months = months,
            CpuSeconds = guard.Cpu.TotalSeconds,
            WallSeconds = guard.Wall.TotalSeconds,
            PeakMemoryBytes = guard.PeakMemoryBytes,
            Detail = stop is null ? null : EscapedText.Of(stop.Detail),
            Locations = contestCase.Locations.Count,
            Clamped = clamped,
            ConsoleBytes = console.Bytes,
            Calls = conversation.Times,
        };
        return new CaseOutcome(result, EscapedText.Of(console.Text, keepLines: true), stop is null ? conversation.Predictions : []);
    }

    private MonthScore? Score(MonthTruth truth, double[] predictions, int month, ref Stop? stop)
    {
        switch (scorer.Score(truth.Actual, predictions, out MonthScore score))
        {
            case PredictionFormat.WellFormed:
                return score;
            case PredictionFormat.NotANumber:
                int at = Array.FindIndex(predictions, double.IsNaN);
                int days = truth.Actual.DayCount;
                stop = new Stop(Verdict.NotANumber, "nan", $"predict({month}): element {at:N0} is NaN (location {at / (days * 4)}, day {at / 4 % days}, type {at % 4})");
                return null;
            default:
                throw new InvalidOperationException($"a sealed array of {predictions.Length} doubles has a wrong length");
        }
    }

    private static MonthResult Month(int month, MonthTruth truth, MonthScore? score) => new(
        month,
        truth.Actual.EventCount,
        truth.Unplaced.Total,
        new UnplacedReasons(truth.Unplaced.UnknownLocation, truth.Unplaced.UnreadableDate, truth.Unplaced.OutsideMonth),
        score is { } s ? new GranularityValues(s.Rmse.Location, s.Rmse.Street, s.Rmse.BlockGroup) : null,
        score is { } t ? new GranularityValues(t.Location, t.Street, t.BlockGroup) : null,
        score?.Score);

    private static int ClampedIn(double[] predictions)
    {
        int outside = 0;
        foreach (double value in predictions)
            outside += value is < 0 or > 10 ? 1 : 0;
        return outside;
    }

    private static void RequireReady(Reply reply, string what, WorkerProcess worker, WorkerGuard guard)
    {
        if (reply.Kind == ReplyKind.Done)
            return;
        if (guard.Cause == StopCause.Cancelled)
            throw new OperationCanceledException();
        worker.Kill();
        ConsoleText console = worker.End(FarewellPatience);
        throw new HarnessFaultException($"a worker {what} ({reply.Kind}; {reply.Text ?? "no message"}); it printed: {EscapedText.Of(console.Start)}");
    }
}
