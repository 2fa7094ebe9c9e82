namespace Evaluator.City.Rates;

/// <summary>How far an effect reaches: the very place, its street segment, or the whole block group.</summary>
public enum Reach { Place, Street, BlockGroup }

/// <summary>
/// A cause that a predictor can see: it happens in one month and multiplies the rates from the first day of the next month on, for
/// some months. Of several running effects of one reach the largest counts; effects of different reach multiply.
/// </summary>
/// <param name="Months">For how many months the rates are raised.</param>
/// <param name="Factors">By event type.</param>
public sealed record Precursor(string Cause, Reach Reach, int Months, double[] Factors)
{
    /// <summary>A building inspector's finding of danger: "Unsafe and Dangerous", "Unsafe Structures", "Unsafe Maintenance".</summary>
    public static readonly Precursor DangerousBuilding = new("violation for an unsafe building", Reach.Place, 4, [4.0, 1.8, 4.0, 1.6]);

    /// <summary>Requests of the REASON "Housing": living conditions, heat, infestations.</summary>
    public static readonly Precursor HousingComplaint = new("housing complaint", Reach.Place, 3, [3.0, 1.6, 3.0, 1.4]);

    /// <summary>Requests of the REASON "Graffiti".</summary>
    public static readonly Precursor Graffiti = new("graffiti report", Reach.Street, 3, [2.2, 1.0, 2.2, 1.15]);

    /// <summary>A foreclosure petition on any parcel of the street.</summary>
    public static readonly Precursor Foreclosure = new("foreclosure petition", Reach.Street, 6, [2.0, 1.3, 2.2, 1.2]);

    /// <summary>Three or more "Needle Pickup" requests in one block group and month.</summary>
    public static readonly Precursor NeedleWave = new("wave of needle pickups", Reach.BlockGroup, 3, [1.7, 1.5, 1.8, 1.1]);

    public static readonly Precursor[] All = [DangerousBuilding, HousingComplaint, Graffiti, Foreclosure, NeedleWave];
}
