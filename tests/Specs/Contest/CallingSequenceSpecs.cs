using Evaluator.Contest.Calls;

namespace Evaluator.Specs.Contest;

public class CallingSequenceSpecs
{
    [Fact]
    public void The_official_one_has_16_calls_in_the_contests_order()
    {
        Assert.Equal("S R1 R2 R3 R4 R5 R6 R7 R8 P9 R9 P10 R10 P11 R11 P12", Written(CallingSequence.Official));
        Assert.Equal(16, CallingSequence.Official.Calls.Count);
        Assert.Equal([9, 10, 11, 12], CallingSequence.Official.PredictedMonths);
        Assert.True(CallingSequence.Official.IsOfficial);
    }

    [Fact]
    public void Other_months_receive_what_comes_before_and_then_alternate()
    {
        CallingSequence other = CallingSequence.Parse("5-8");
        Assert.Equal("S R1 R2 R3 R4 P5 R5 P6 R6 P7 R7 P8", Written(other));
        Assert.Equal([5, 6, 7, 8], other.PredictedMonths);
        Assert.Equal([1, 2, 3, 4, 5, 6, 7], other.ReceivedMonths);
        Assert.False(other.IsOfficial);
    }

    [Theory]
    [InlineData("1-1", "S P1")]
    [InlineData("1-2", "S P1 R1 P2")]
    [InlineData("3-3", "S R1 R2 P3")]
    public void The_shortest_ones_work(string months, string calls) => Assert.Equal(calls, Written(CallingSequence.Parse(months)));

    [Fact]
    public void The_autumn_by_any_name_is_the_official_one() => Assert.Same(CallingSequence.Official, CallingSequence.Parse(" 9 - 12 "));

    [Fact]
    public void No_month_is_received_before_it_is_predicted()
    {
        for (int first = 1; first <= 12; first++)
        {
            for (int last = first; last <= 12; last++)
            {
                var received = new HashSet<int>();
                foreach (Call call in CallingSequence.Parse($"{first}-{last}").Calls)
                {
                    if (call.Kind == CallKind.ReceiveEvents)
                        Assert.True(received.Add(call.Month));
                    if (call.Kind == CallKind.Predict)
                        Assert.Equal(Enumerable.Range(1, call.Month - 1), received.Order());
                }
            }
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("5")]
    [InlineData("8-5")]
    [InlineData("0-3")]
    [InlineData("9-13")]
    [InlineData("a-b")]
    [InlineData("1-2-3")]
    [InlineData("-5-8")]
    public void Anything_else_is_refused_with_an_example(string months)
    {
        FormatException fault = Assert.Throws<FormatException>(() => CallingSequence.Parse(months));
        Assert.Contains($"'{months}'", fault.Message);
        Assert.Contains("5-8", fault.Message);
    }

    [Fact]
    public void The_months_are_those_of_2011() =>
        Assert.Equal([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31], Enumerable.Range(1, 12).Select(ContestYear.DaysIn));

    private static string Written(CallingSequence sequence) => string.Join(" ", sequence.Calls.Select(call => call.Kind switch
    {
        CallKind.Setup => "S",
        CallKind.ReceiveEvents => $"R{call.Month}",
        _ => $"P{call.Month}",
    }));
}
