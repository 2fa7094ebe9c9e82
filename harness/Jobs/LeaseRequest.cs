namespace Evaluator.Jobs;

/// <summary>
/// A worker asks for a job: <c>POST /api/v1/work/lease</c>. Answered by a <see cref="Lease"/>, or 204 where there is nothing to do.
/// </summary>
/// <param name="Worker">Who asks: machine, process and place in it; shown to organisers.</param>
/// <param name="SandboxLevel">What its sandbox was seen to hold; jobs that demand more go to others.</param>
/// <param name="Version">Of the evaluator that it runs, with the hash of its code.</param>
/// <param name="Job">One job alone, named by a message of the broker; null for whichever is next.</param>
/// <param name="WaitSeconds">How long the board may keep the answer back when there is nothing to do yet.</param>
public sealed record LeaseRequest(string Worker, string Host, int SandboxLevel, string Version, string? Job, int WaitSeconds);
