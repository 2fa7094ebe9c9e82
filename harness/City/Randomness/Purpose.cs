namespace Evaluator.City.Randomness;

/// <summary>What a random stream is drawn for. One stream serves one purpose of one entity, so that a change in how
/// one thing is drawn leaves all others as they were. The numbers are part of the city: never renumber.</summary>
public enum Purpose
{
    Lattice = 1,
    Streets = 2,
    StreetNames = 3,
    Demography = 4,
    Places = 5,
    BaseRates = 6,
    Regimes = 7,
    Requests = 8,
    Violations = 9,
    Permits = 10,
    Foreclosures = 11,
    Waves = 12,
    Weather = 13,
    Emergencies = 14,
    GeographyDirt = 15,
    EventDirt = 16,
    EmergencyDirt = 17,
    FileDirt = 18,
    Sets = 19,
    Strain = 20,
}
