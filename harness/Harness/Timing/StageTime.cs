namespace Evaluator.Harness.Timing;

/// <summary>What a stage took, summed over a run.</summary>
/// <param name="Count">How often it was passed.</param>
/// <param name="WallSeconds">On the clock; lanes work at the same time, so the sum may be larger than the run's.</param>
/// <param name="HarnessCpuSeconds">Of the harness's threads that pass the stage.</param>
/// <param name="WorkerCpuSeconds">Of the worker and all around it in its sandbox.</param>
public sealed record StageTime(Stage Stage, int Count, double WallSeconds, double HarnessCpuSeconds, double WorkerCpuSeconds);
