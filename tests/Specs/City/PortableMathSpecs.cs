using CsCheck;
using Evaluator.City.Randomness;

namespace Evaluator.Specs.City;

public class PortableMathSpecs
{
    [Fact]
    public void The_exponential_agrees_with_the_runtimes_to_15_digits() =>
        Gen.Double[-700, 700].Sample(x => Assert.Equal(1, PortableMath.Exp(x) / Math.Exp(x), 2e-15), iter: 10_000);

    [Fact]
    public void The_logarithm_agrees_with_the_runtimes_to_15_digits() =>
        Gen.Double[-600, 600].Sample(
            x => Assert.Equal(Math.Log(Math.Exp(x)), PortableMath.Log(Math.Exp(x)), 2e-15 * Math.Max(1, Math.Abs(x))), iter: 10_000);

    [Theory]
    [InlineData(0, 0x3FF0000000000000)]
    [InlineData(1, 0x4005BF0A8B14576A)]
    [InlineData(-0.5, 0x3FE368B2FC6F960A)]
    public void The_exponential_has_these_bits_on_every_machine(double x, long bits) =>
        Assert.Equal(bits, BitConverter.DoubleToInt64Bits(PortableMath.Exp(x)));
}
