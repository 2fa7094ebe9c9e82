using Evaluator.Harness.Cases;

namespace Evaluator.Specs.Harness;

/// <summary>What is told of an array of a wrong length: the loop that was forgotten.</summary>
public sealed class LengthInFactorsSpecs
{
    [Theory]
    [InlineData(664, "664 = 166 locations x 4 types: the days are missing; 19,920 = 166 locations x 30 days x 4 types")]
    [InlineData(4980, "4,980 = 166 locations x 30 days: the types are missing; 19,920 = 166 locations x 30 days x 4 types")]
    [InlineData(20584, "20,584 = 166 locations x 31 days x 4 types; 19,920 = 166 locations x 30 days x 4 types")]
    [InlineData(166, "166 = 166 locations; 19,920 = 166 locations x 30 days x 4 types")]
    [InlineData(332, "332 = 166 locations x 2; 19,920 = 166 locations x 30 days x 4 types")]
    [InlineData(19921, "19,921 is no multiple of 166 locations; 19,920 = 166 locations x 30 days x 4 types")]
    [InlineData(0, "none at all; 19,920 = 166 locations x 30 days x 4 types")]
    public void A_length_is_told_in_its_factors(int found, string told) =>
        Assert.Equal(told, LengthInFactors.Of((ulong)found, locations: 166, days: 30));

    [Fact]
    public void Null_has_none() => Assert.Equal("19,920 = 166 locations x 30 days x 4 types", LengthInFactors.Of(null, 166, 30));
}
