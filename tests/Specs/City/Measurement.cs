using System.Globalization;

namespace Evaluator.Specs.City;

/// <summary>One figure of the model: what it should be and what a generated city has.</summary>
/// <param name="Target">As calibrated, with its source in words.</param>
/// <param name="Low">The measured value should lie from <paramref name="Low"/> to <paramref name="High"/>.</param>
public sealed record Measurement(string Quantity, string Target, double Measured, double Low, double High, string Format = "N0")
{
    public bool Holds => Measured >= Low && Measured <= High;

    public string Value => Measured.ToString(Format, CultureInfo.InvariantCulture);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Quantity}: target {Target}, measured {Value}, tolerated {Low.ToString(Format)} to {High.ToString(Format)}");

    /// <summary>The table of MODEL.md.</summary>
    public static string Table(IEnumerable<Measurement> measurements) =>
        "| quantity | target | generated | tolerated |\n|---|---|---|---|\n" + string.Concat(measurements.Select(m => string.Create(
            CultureInfo.InvariantCulture,
                $"| {m.Quantity} | {m.Target} | {m.Value} | {m.Low.ToString(m.Format)} – {m.High.ToString(m.Format)} |\n")));
}
