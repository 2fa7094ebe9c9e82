namespace Evaluator.Harbour.Randomness;

/// <summary>What a stream is drawn for. The numbers are part of the harbour: never renumber.</summary>
public enum Purpose
{
    Base = 1,
    Container = 2,
    SpaceBlack = 3,
    Coke = 4,
    Kilos = 5,
    KilosOrder = 6,
    TravelTime = 7,
    Split = 8,
    Customs = 9,
    RandomPicks = 10,
    FinalPart = 11,
}
