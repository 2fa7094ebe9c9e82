using System.Diagnostics;
using System.Runtime.Intrinsics;
using Evaluator.Scorer.Kernel;

namespace Evaluator.Specs.Scorer;

/// <summary>The bit-identity specs again, in child processes for which the runtime has been told to leave registers unused.</summary>
public sealed class RegisterWidthSpecs
{
    private const string ExpectedWidth = "EVALUATOR_EXPECTED_WIDTH";

    public static TheoryData<string, string> Switches => new()
    {
        { "DOTNET_EnableAVX512", nameof(LaneWidth.Bits256) },
        { "DOTNET_EnableAVX2", nameof(LaneWidth.Bits128) },
        { "DOTNET_EnableHWIntrinsic", nameof(LaneWidth.Plain) },
    };

    [Theory, MemberData(nameof(Switches))]
    public void Narrower_registers_give_the_same_bits(string switchedOff, string widthLeft)
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable(ExpectedWidth) is null, "This is such a child process already.");
        Assert.SkipUnless(MonthScorer.Widest >= Enum.Parse<LaneWidth>(widthLeft), $"This machine has no {widthLeft}.");
        var start = new ProcessStartInfo(Environment.ProcessPath!);
        start.ArgumentList.Add("--filter-class");
        start.ArgumentList.Add(typeof(SameBitsSpecs).FullName!);
        start.ArgumentList.Add(typeof(GoldenCaseSpecs).FullName!);
        start.ArgumentList.Add(typeof(RegisterWidthSpecs).FullName!);
        start.Environment[switchedOff] = "0";
        start.Environment[ExpectedWidth] = widthLeft;
        EndedProcess child = EndedProcess.Of(start);
        Assert.True(child.ExitCode == 0, child.Said);
    }

    [Fact]
    public void The_switch_took_effect()
    {
        string? expected = Environment.GetEnvironmentVariable(ExpectedWidth);
        Assert.SkipWhen(expected is null, "Only in a child process with a switch set.");
        Assert.Equal(expected, MonthScorer.Widest.ToString());
        Assert.False(Vector512.IsHardwareAccelerated);
        Assert.Equal(expected == nameof(LaneWidth.Bits256), Vector256.IsHardwareAccelerated);
        Assert.Equal(expected != nameof(LaneWidth.Plain), Vector128.IsHardwareAccelerated);
    }
}
