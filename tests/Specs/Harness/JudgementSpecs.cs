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
        EarlyEnd judged = Judgement.Of(StopCause.CpuLimit, broken, Limits.Official, Silence)!;
        Assert.Equal((Verdict.TimeLimit, "cpu", "used more than 30 s of CPU time, in predict(9)"),
            (judged.Verdict, judged.Reason, judged.Detail));
    }

    [Fact]
    public void A_crash_tells_what_the_runtime_said_of_it()
    {
        EarlyEnd crashed = new(Verdict.Crashed, "exit", "setup", "the process ended before it replied");
        EarlyEnd judged = Judgement.Of(StopCause.None, crashed, Limits.Official, new ConsoleText("Stack overflow.", 15))!;
        Assert.Equal("setup: the process ended before it replied; it printed: Stack overflow.", judged.Detail);
    }

    [Theory]
    [InlineData(nameof(StopCause.NeverStarted))]
    [InlineData(nameof(StopCause.MachineTooBusy))]
    [InlineData(nameof(StopCause.MachineOutOfMemory))]
    public void What_the_machine_did_is_no_verdict(string cause) =>
        Assert.Throws<HarnessFaultException>(() => Judgement.Of(Enum.Parse<StopCause>(cause), null, Limits.Official, Silence));

    [Fact]
    public void Every_cause_has_a_judgement()
    {
        foreach (StopCause cause in Enum.GetValues<StopCause>())
        {
            Exception? thrown = Record.Exception(() => Judgement.Of(cause, null, Limits.Official, Silence));
            Assert.True(thrown is null or HarnessFaultException or OperationCanceledException, $"{cause}: {thrown}");
        }
    }
}
