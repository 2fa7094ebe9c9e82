using CsCheck;
using Evaluator.Scorer.Definition;
using Evaluator.Wire;

namespace Evaluator.Specs.Scorer;

/// <summary>The rules that have one home in the scorer: the layout of a prediction, and the range of its values.</summary>
public sealed class DefinitionSpecs
{
    private static readonly double[] Edges =
        [0.0, -0.0, 10.0, -5e-324, Math.BitIncrement(10.0), double.PositiveInfinity, double.NegativeInfinity, double.NaN];

    private static readonly Gen<double> Values = Gen.OneOf([Gen.Double, .. Edges.Select(edge => Gen.Const(edge))]);

    [Fact]
    public void A_cell_stands_where_its_index_says()
    {
        var shape = new PredictionShape(Locations: 3, Days: 31);
        Assert.Equal((0, 0, 3), shape.CellAt(3));
        Assert.Equal((1, 0, 0), shape.CellAt(124));
        Assert.Equal((2, 30, 3), shape.CellAt(shape.Count - 1));
        for (int index = 0; index < shape.Count; index++)
        {
            (int location, int day, int type) = shape.CellAt(index);
            Assert.Equal(index, shape.IndexOf(location, day, type));
        }
    }

    [Fact]
    public void Wire_and_scorer_agree_on_the_length_of_a_prediction() =>
        Assert.Equal(new PredictionShape(166, 30).Count, Protocol.PredictionCount(166, 30));

    [Fact]
    public void A_value_is_counted_as_clamped_exactly_when_clamping_makes_another_number_of_it() =>
        Values.Array[0, 70].Sample(values =>
            Assert.Equal(values.Count(value => !double.IsNaN(value) && ValueRange.Clamp(value) != value), ValueRange.CountOutside(values)));

    [Fact]
    public void Below_0_counts_as_0_and_above_10_as_10()
    {
        Assert.Equal([0, 10, 0, 10, 0.5],
            ((double[])[-1, 11, double.NegativeInfinity, double.PositiveInfinity, 0.5]).Select(ValueRange.Clamp));
        Assert.False(double.IsNegative(ValueRange.Clamp(-0.0)));
    }
}
