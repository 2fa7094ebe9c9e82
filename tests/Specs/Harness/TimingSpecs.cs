using Evaluator.Harness.Storage;
using Evaluator.Harness.Timing;
using Evaluator.Specs.Contest;

namespace Evaluator.Specs.Harness;

/// <summary>Where the time of a run went: every lane's time belongs to a stage, and every case passes each of them once.</summary>
public class TimingSpecs
{
    private const int Cases = 4, Lanes = 2;

    private static readonly Stage[] OfOneCase =
        [Stage.Start, Stage.StaticData, Stage.Locations, Stage.Wait, Stage.Load, Stage.Calls, Stage.Events, Stage.End, Stage.Scoring,
            Stage.Writing];

    private static readonly Stage[] OfTheLanes = [.. OfOneCase.Except([Stage.Start, Stage.StaticData]), Stage.Idle];

    [Fact]
    public void Every_case_passes_every_stage_once()
    {
        RunTimings timings = Timings();

        Assert.Equal(Cases, timings.Cases);
        Assert.Equal(Lanes, timings.Lanes);
        foreach (Stage stage in OfOneCase.Except([Stage.Start, Stage.StaticData]))
            Assert.Equal(Cases, Time(timings, stage).Count);
        Assert.InRange(Time(timings, Stage.Start).Count, Cases, Cases + Lanes - 1);    // a spare may be left over
    }

    [Fact]
    public void No_time_of_a_lane_is_lost_between_two_stages()
    {
        RunTimings timings = Timings();

        double lanes = Lanes * Time(timings, Stage.Cases).WallSeconds;
        double booked = OfTheLanes.Sum(stage => Time(timings, stage).WallSeconds);
        Assert.InRange(booked, 0.8 * lanes, 1.01 * lanes);    // what lacks is the making and ending of the lanes themselves
    }

    [Fact]
    public void The_workers_time_is_told_from_the_harnesses()
    {
        RunTimings timings = Timings();

        foreach (Stage stage in (Stage[])[Stage.Start, Stage.Load])
            Assert.True(Time(timings, stage).WorkerCpuSeconds > 0, $"no worker's CPU time in {stage}");
        foreach (Stage stage in (Stage[])[Stage.Locations, Stage.Scoring, Stage.Writing])
            Assert.Equal(0, Time(timings, stage).WorkerCpuSeconds);
        Assert.True(Time(timings, Stage.Scoring).HarnessCpuSeconds > 0);
        Assert.True(timings.HarnessPeakMemoryBytes > 1 << 20);
    }

    private static RunTimings Timings()
    {
        using SmallPackage package = SmallPackage.OfEqualCases(Cases);
        using FinishedRun run = FinishedRun.Of(EvaluatorProgram.Predictor("Zero"), package.Open(), workers: Lanes);
        return RunFolder.Open(run.Folder).ReadTimings()!;
    }

    private static StageTime Time(RunTimings timings, Stage stage) => timings.Stages.Single(time => time.Stage == stage);
}
