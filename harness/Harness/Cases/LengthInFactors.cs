using System.Globalization;
using Evaluator.Wire;

namespace Evaluator.Harness.Cases;

/// <summary>
/// A wrong number of predictions with the factors that it and the right one are made of: which loop was forgotten is then seen.
/// </summary>
internal static class LengthInFactors
{
    private const int Types = 4;

    /// <param name="found">How many there were; null where there was no array of doubles.</param>
    public static string Of(ulong? found, int locations, int days)
    {
        string due = Text($"{Protocol.PredictionCount(locations, days):N0} = {locations:N0} locations x {days} days x {Types} types");
        return found is { } count ? $"{Found(count, (ulong)locations, (ulong)days)}; {due}" : due;
    }

    private static string Found(ulong found, ulong locations, ulong days)
    {
        if (found == 0)
            return "none at all";
        if (locations == 0 || found % locations != 0)
            return Text($"{found:N0} is no multiple of {locations:N0} locations");
        ulong rest = found / locations;
        return rest switch
        {
            1 => Text($"{found:N0} = {locations:N0} locations"),
            Types => Text($"{found:N0} = {locations:N0} locations x {Types} types: the days are missing"),
            _ when rest == days => Text($"{found:N0} = {locations:N0} locations x {days} days: the types are missing"),
            _ when rest % Types == 0 => Text($"{found:N0} = {locations:N0} locations x {rest / Types} days x {Types} types"),
            _ => Text($"{found:N0} = {locations:N0} locations x {rest:N0}"),
        };
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
