using Evaluator.Confinement;
using Evaluator.Confinement.Workers;
using Evaluator.Harness.Cases;

namespace Evaluator.Specs.Harness;

/// <summary>From what the limiters saw and how the conversation ended to the verdict.</summary>
public class JudgementSpecs
{
    private static readonly ConsoleText Silence = new("", 0);

    [Fact]
    public void A_passed_limit_comes_before_whatever_broke_with_it_and_names_the_call()
    {
        EarlyEnd broken = new(Verdict.Crashed, "exit", "predict(9)", "with: colons, and more: of them");
        EarlyEnd judged = Judgement.Of(Ended(StopCause.CpuLimit), broken, Limits.Official)!;
        Assert.Equal((Verdict.TimeLimit, "cpu", "used more than 30 s of CPU time, in predict(9)"),
            (judged.Verdict, judged.Reason, judged.Detail));
    }

    [Fact]
    public void A_crash_tells_what_the_runtime_said_of_it()
    {
        EarlyEnd crashed = new(Verdict.Crashed, "exit", "setup", "the process ended before it replied");
        EarlyEnd judged = Judgement.Of(
            new WorkerEnd(StopCause.None, 0, new ConsoleText("Stack overflow.\n", 16), 134), crashed, Limits.Official)!;
        Assert.Equal(
            "setup: the process ended before it replied (exit code 134: SIGABRT); it printed:\nStack overflow.", judged.Detail);
    }

    [Fact]
    public void A_crash_after_much_was_printed_tells_the_end_of_it_in_whole_lines()
    {
        string printed = string.Concat(Enumerable.Range(1, 5000).Select(line => $"line {line}\n"));
        EarlyEnd crashed = new(Verdict.Crashed, "exit", "setup", "gone");
        string told = Judgement.Of(
            new WorkerEnd(StopCause.None, 0, new ConsoleText(printed, printed.Length), null), crashed, Limits.Official)!.Detail;
        Assert.StartsWith("setup: gone; it printed:\n…\nline 4961\n", told);
        Assert.EndsWith("\nline 5000", told);
    }

    [Fact]
    public void A_lack_of_memory_tells_the_limit_and_the_peak_before_the_frames()
    {
        EarlyEnd thrown = new(Verdict.MemoryLimit, "outOfMemory", "setup", "no memory at A.B\n   at A.B");
        WorkerEnd ended = new(StopCause.None, 1030L << 20, Silence, 0);
        Assert.Equal(
            "setup: no memory at A.B; limit 1,024 MiB, peak 1,030.0 MiB\n   at A.B", Judgement.Of(ended, thrown, Limits.Official)!.Detail);
        Assert.Equal(
            "used more memory than it may have: limit 1,024 MiB, peak 1,030.0 MiB, in setup",
            Judgement.Of(ended with { Cause = StopCause.MemoryLimit }, thrown, Limits.Official)!.Detail);
    }

    [Theory]
    [InlineData(nameof(StopCause.NeverStarted))]
    [InlineData(nameof(StopCause.MachineTooBusy))]
    [InlineData(nameof(StopCause.MachineOutOfMemory))]
    public void What_the_machine_did_is_no_verdict(string cause) =>
        Assert.Throws<HarnessFaultException>(() => Judgement.Of(Ended(Enum.Parse<StopCause>(cause)), null, Limits.Official));

    [Fact]
    public void Every_cause_has_a_judgement()
    {
        foreach (StopCause cause in Enum.GetValues<StopCause>())
        {
            Exception? thrown = Record.Exception(() => Judgement.Of(Ended(cause), null, Limits.Official));
            Assert.True(thrown is null or HarnessFaultException or OperationCanceledException, $"{cause}: {thrown}");
        }
    }

    private static WorkerEnd Ended(StopCause cause) => new(cause, 0, Silence, 0);
}
