using Evaluator.City.Randomness;

namespace Evaluator.City.Places;

/// <summary>Assessor's land use codes: how frequent among addresses (of the 49,600 with a code in the real package), how many
/// parcels an address of that use has, and how many emergencies it draws compared with a three-family house.</summary>
public sealed record LandUse(string Code, string Meaning, double Share, double ParcelsMore, double Pull)
{
    /// <summary>ParcelsMore, the mean number of parcels beyond the first, gives 165,000 parcels at 98,000 addresses.</summary>
    public static readonly LandUse[] All =
    [
        new("R1", "Residential single family", 0.20, 0.0, 0.6),
        new("R3", "Residential three family", 0.17, 0.1, 1.0),
        new("R2", "Residential two family", 0.17, 0.1, 0.8),
        new("CM", "Condominium main", 0.08, 3.2, 0.8),
        new("C", "Commercial", 0.07, 0.2, 2.6),
        new("E", "Exempt", 0.06, 0.1, 2.6),
        new("A", "Apartment building", 0.06, 1.8, 2.4),
        new("CD", "Condominium unit", 0.05, 3.0, 0.8),
        new("RC", "Residential and commercial", 0.05, 0.6, 1.9),
        new("R4", "Residential four family", 0.04, 0.2, 1.2),
        new("I", "Industrial", 0.012, 0.0, 0.8),
        new("EA", "Exempt, 121A", 0.011, 1.0, 2.0),
        new("RL", "Residential land", 0.011, 0.0, 0.2),
        new("CL", "Commercial land", 0.010, 0.0, 0.4),
        new("CC", "Commercial condominium", 0.004, 2.0, 1.4),
        new("CP", "Condominium parking", 0.002, 1.0, 0.6),
    ];

    public static Weights Shares { get; } = new(All.Select(use => use.Share).ToArray());
}
