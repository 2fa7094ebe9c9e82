namespace Evaluator.Challenges;

/// <summary>
/// A value in other terms: times <see cref="Factor"/>, under a title of its own. 88 kg at 50,000 euro are <c>€ 4.400.000</c>.
/// </summary>
public sealed record Display
{
    public required string Title { get; init; }

    public required decimal Factor { get; init; }

    /// <summary>Stands before the number, as <c>€</c>.</summary>
    public string? Prefix { get; init; }

    /// <summary>Stands behind the number.</summary>
    public string? Unit { get; init; }

    public int Decimals { get; init; }

    /// <summary>What stands between thousands: nothing, a point, a comma or a space.</summary>
    public string Thousands { get; init; } = "";
}
