using System.Diagnostics;
using Evaluator.Confinement;
using Evaluator.Confinement.Workers;
using Evaluator.Contest.Calls;
using Evaluator.Contest.Cases;
using Evaluator.Contest.Package;
using Evaluator.Contest.Truth;
using Evaluator.Harness.Records;
using Evaluator.Harness.Timing;
using Evaluator.Wire;

namespace Evaluator.Harness.Cases;

/// <summary>The calls of one case, in the contest's order, and what came back.</summary>
/// <param name="room">Gives room for so many values, which a predicted month's reply then fills; who gives it keeps it.</param>
internal sealed class CaseCalls(
    CaseSource source, ContestCase contestCase, ReadyWorker worker, StageClock clock, Func<int, Memory<double>> room)
{
    /// <summary>How many times there are with the load and setup; the first events come then.</summary>
    private const int FirstCall = 2, FirstReceive = 2;

    private readonly WorkerSession session = worker.Session;
    private readonly WorkerGuard guard = worker.Guard;
    private readonly List<CallTime> times = [];
    private TimeSpan cpu = worker.Guard.CpuNow();
    private readonly Dictionary<int, MonthTruth> truths = [];

    public IReadOnlyList<CallTime> Times => times;

    /// <returns>Null where every call was answered as it should be.</returns>
    public EarlyEnd? Hold(string submissionFile, string className)
    {
        EarlyEnd? end = Timed("load", Stage.Load, () => session.Load(submissionFile, className));
        foreach (Call call in source.Sequence.Calls)
        {
            if (end is not null)
                return end;
            end = call.Kind switch
            {
                CallKind.Setup => Timed("setup", Stage.Calls, session.Setup),
                CallKind.ReceiveEvents => Receive(call.Month),
                CallKind.Predict => Predict(call.Month),
                _ => throw new InvalidOperationException($"unknown call {call.Kind}"),
            };
        }
        return end;
    }

    /// <summary>
    /// What really happened in a predicted month; read on demand, never before the month's prediction is sealed or the case over.
    /// </summary>
    public MonthTruth Truth(int index)
    {
        int month = source.Sequence.PredictedMonths[index];
        return truths.TryGetValue(month, out MonthTruth? known) ? known : source.Truth(contestCase, month);
    }

    private EarlyEnd? Receive(int month)
    {
        using MonthEvents events = source.Events(contestCase, month);
        if (source.Sequence.PredictedMonths.Contains(month))
            truths[month] = source.Truth(contestCase, month, events);
        clock.Lap(Stage.Events, again: times.Count > FirstReceive);
        return Timed($"receiveEvents({month})", Stage.Calls, () => session.ReceiveEvents(
            contestCase.BlockGroup, month, events.Crms.Records(), events.Violations.Records(), events.Permits.Records(),
            events.Emergencies.Records()));
    }

    private EarlyEnd? Predict(int month)
    {
        int locations = contestCase.Locations.Count, days = ContestYear.DaysIn(month);
        Memory<double> sealedPredictions = room(Protocol.PredictionCount(locations, days));
        return Timed($"predict({month})", Stage.Calls, () =>
            session.Predict(contestCase.BlockGroup, month, contestCase.Locations, sealedPredictions) switch
            {
                Reply.WrongFormat wrong => wrong with { What = $"{wrong.What}: {LengthInFactors.Of(wrong.Length, locations, days)}" },
                Reply other => other,
            });
    }

    private EarlyEnd? Timed(string call, Stage stage, Func<Reply> ask)
    {
        long wall = Stopwatch.GetTimestamp();
        Reply reply = ask();
        TimeSpan cpuNow = guard.CpuNow();
        times.Add(new CallTime(call, Stopwatch.GetElapsedTime(wall).TotalSeconds, (cpuNow - cpu).TotalSeconds));
        cpu = cpuNow;
        clock.Lap(stage, cpuNow, again: stage == Stage.Calls && times.Count > FirstCall);
        return EndOf(reply, call);
    }

    private static EarlyEnd? EndOf(Reply reply, string call) => reply switch
    {
        Reply.AsDue => null,
        Reply.WrongFormat wrong => new EarlyEnd(Verdict.WrongFormat, "length", call, wrong.What),
        Reply.Violation violation => new EarlyEnd(Verdict.ProtocolViolation, "frame", call, violation.What),
        Reply.EndOfWire => new EarlyEnd(Verdict.Crashed, "exit", call, $"{reply}"),
        Reply.Failed { Kind: FailureKind.OutOfMemory } failed => new EarlyEnd(Verdict.MemoryLimit, "outOfMemory", call, failed.What),
        Reply.Failed { Kind: FailureKind.Load } failed => new EarlyEnd(Verdict.Crashed, "load", call, failed.What),
        Reply.Failed { Kind: FailureKind.Exception } failed => new EarlyEnd(Verdict.Crashed, "exception", call, failed.What),
        // All calls here come after Load, when the wire may be in the predictor's hands: a forged fault would be booked to nobody and
        // buy another attempt.
        Reply.Failed { What: var what } => new EarlyEnd(
            Verdict.ProtocolViolation, "frame", call, $"a reply that blames the worker, after the predictor was loaded: {what}"),
        _ => throw new InvalidOperationException($"unknown reply {reply}"),
    };
}
