using Evaluator.City.Randomness;

namespace Evaluator.City.Records;

/// <summary>Kinds of building permit, as the city's list names them, with assumed relative frequencies.</summary>
internal static class PermitType
{
    public static readonly string[] Names =
    [
        "Electrical Permit", "Gas Permit", "Plumbing Permit", "Short Form Bldg Permit", "Long Form/Alteration Permit",
        "Amendment to a Long Form", "Erect/New Construction", "Foundation Permit", "Use of Premises", "Electrical Fire Alarms",
        "Electrical Low Voltage", "Electrical Temporary Service",
    ];

    public static Weights Shares { get; } = new([22, 13, 16, 24, 9, 4, 1, 1, 2, 3, 4, 1]);
}
