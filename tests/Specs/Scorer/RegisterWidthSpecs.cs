using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using System.Security.Cryptography;
using Evaluator.Scorer.Definition;
using Evaluator.Scorer.Kernel;

namespace Evaluator.Specs.Scorer;

/// <summary>The bit-identity specs again, in child processes for which the runtime has been told to leave registers unused.</summary>
public sealed class RegisterWidthSpecs
{
    private const string ExpectedWidth = "EVALUATOR_EXPECTED_WIDTH", ExpectedBits = "EVALUATOR_EXPECTED_BITS";

    public static TheoryData<string, string> Switches => new()
    {
        { "DOTNET_EnableAVX512", nameof(LaneWidth.Bits256) },
        { "DOTNET_EnableAVX2", nameof(LaneWidth.Plain) },    // and FMA with it
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
        start.Environment[ExpectedBits] = BitsOfSamples();
        EndedProcess child = EndedProcess.Of(start);
        Assert.True(child.ExitCode == 0, child.Said);
    }

    /// <summary>A multiply-add in software too, as where the hardware has none.</summary>
    [Fact]
    public void The_bits_are_those_of_the_process_with_all_registers()
    {
        string? expected = Environment.GetEnvironmentVariable(ExpectedBits);
        Assert.SkipWhen(expected is null, "Only in a child process with a switch set.");
        Assert.Equal(expected, BitsOfSamples());
    }

    private static string BitsOfSamples()
    {
        var scorer = new MonthScorer();
        var bits = new List<long>();
        foreach (SampleValues values in Enum.GetValues<SampleValues>())
        {
            for (int seed = 1; seed <= 40; seed++)
            {
                SampleMonth month = SampleMonth.Make(seed, 3 * seed, 28 + seed % 4, values);
                Assert.Equal(PredictionFormat.WellFormed, scorer.Score(month.Actual, month.Predictions, out MonthScore score));
                bits.AddRange(ScoreBits.Of(score));
            }
        }
        return Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes<long>(bits.ToArray())));
    }

    [Fact]
    public void The_switch_took_effect()
    {
        string? expected = Environment.GetEnvironmentVariable(ExpectedWidth);
        Assert.SkipWhen(expected is null, "Only in a child process with a switch set.");
        Assert.Equal(expected, MonthScorer.Widest.ToString());
        Assert.False(Vector512.IsHardwareAccelerated);
        Assert.Equal(expected == nameof(LaneWidth.Bits256), Vector256.IsHardwareAccelerated);
        Assert.Equal(expected == nameof(LaneWidth.Bits256), Fma.IsSupported);
    }
}
