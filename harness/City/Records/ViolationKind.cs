using Evaluator.City.Randomness;

namespace Evaluator.City.Records;

/// <summary>What an inspection found: code and text as the city's list of violations has them, relative frequency, and whether it
/// is one of the dangerous ones (they raise rates).</summary>
/// <param name="Twin">The other spelling that the list has of the same text, if any.</param>
public sealed record ViolationKind(string Code, string Text, double Share, bool Danger = false, string? Twin = null)
{
    public static readonly ViolationKind[] All =
    [
        new("105.1", "Failure to Obtain Permit", 24, Twin: "Failure to obtain permit"),
        new("121.2", "Unsafe and Dangerous", 23, Danger: true, Twin: "Unsafe & Dangerous"),
        new("103", "Maintenance", 8),
        new("116.2", "Testing & Certification", 5, Twin: "Testing and Certification"),
        new("104.6", "Right of Entry", 4),
        new("110.1", "Inspections", 6),
        new("121.1", "Unsafe Structures", 6, Danger: true),
        new("4-3", "Building or Use of Premise req", 4),
        new("5121", "Unsafe Maintenance", 3, Danger: true),
        new("MGL Chapter 143 Sec 3L", "Electrical Work w/out a Permit", 2),
        new("111.1", "Certificate of Occupancy", 2),
        new("116.1", "Certificate of Inspection", 2),
        new("1001.3", "Means of Egress", 1),
        new("105.6", "Suspension or Revocation", 1),
        new("3307.1", "Protection of Adj. Property", 1),
        new("907.2", "Smoke Detectors", 1),
        new("4-2", "Uses not permitted", 1),
    ];

    public static Weights Shares { get; } = new(All.Select(finding => finding.Share).ToArray());
}
