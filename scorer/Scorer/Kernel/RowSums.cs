namespace Evaluator.Scorer.Kernel;

/// <summary>
/// What <see cref="DayPass{TLanes, TVector}"/> leaves of a row in memory, one register each, by place: first the sums of the last seven
/// weeks, by weekday.
/// </summary>
internal static class RowSums
{
    /// <summary>Σ (week sum)² of the first seven weeks.</summary>
    public const int FirstWeeks = 7;

    /// <summary>Σ (week sum)² of the later weeks.</summary>
    public const int Weeks = 8;

    /// <summary>Σ of the products of two weeks in a row.</summary>
    public const int Products = 9;

    /// <summary>Σ (sum of three days)².</summary>
    public const int Threes = 10;

    /// <summary>Σ value².</summary>
    public const int Ones = 11;

    /// <summary>The sum of the month.</summary>
    public const int Month = 12;

    /// <summary>The values, or-ed together, for their signs; 0 if they are clamped.</summary>
    public const int Signs = 13;

    /// <summary>Doubles from one row to the next: room for 16 of the widest registers that go this way, whole cache lines.</summary>
    public const int Stride = 16 * 4;
}
