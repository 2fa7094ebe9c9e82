using Evaluator.City.Randomness;
using Evaluator.City.Rates;

namespace Evaluator.City.Events;

/// <summary>
/// A dispatcher's code, the <c>final_type</c> of an emergency. The names follow those that the Boston Area Research Initiative lists
/// for the city's dispatch (calibration) where it lists one; the others are made in their manner. Predictors carry this
/// table in their source: codes and flags are never changed, only added.
/// </summary>
/// <param name="Type">The contest's type, that is the first flag set.</param>
/// <param name="Priority">1 (at once) to 4.</param>
/// <param name="Share">Relative frequency within the type; our assumption.</param>
/// <param name="AlsoViolent">Flagged violent too: the table of the city has one such code, so that ruling 7 matters.</param>
public sealed record EmergencyCode(string FinalType, int Type, int Priority, double Share, bool AlsoViolent = false)
{
    public static readonly EmergencyCode[] All =
    [
        new("AB===>>>", EventType.Violent, 2, 14),
        new("ABDPN", EventType.Medical, 3, 7),
        new("ABDWIP", EventType.Violent, 1, 6),
        new("ABIP", EventType.Violent, 2, 12),
        new("ABRPT", EventType.Violent, 3, 16),
        new("ALARMB", EventType.Other, 4, 10),
        new("ALARMF", EventType.Other, 2, 4),
        new("ARMROB", EventType.Violent, 1, 5),
        new("ASSTCIT", EventType.Other, 4, 6),
        new("AUTOTH", EventType.Other, 4, 4),
        new("BEIP", EventType.Other, 2, 3),
        new("BERPT", EventType.Other, 4, 6),
        new("CARDARR", EventType.Medical, 1, 2),
        new("CHESTPN", EventType.Medical, 1, 10),
        new("DIFFBR", EventType.Medical, 1, 13),
        new("DISTRBDRUNKS", EventType.Disorder, 3, 14),
        new("DISTRBNOISE", EventType.Disorder, 3, 20),
        new("DISTRBPANHAN", EventType.Disorder, 3, 6),
        new("DISTRBPARTY", EventType.Disorder, 3, 16),
        new("DRUGS", EventType.Other, 4, 5),
        new("DVIP", EventType.Violent, 2, 16),
        new("EDP2", EventType.Medical, 2, 6, AlsoViolent: true),
        new("ESCORT", EventType.Other, 4, 1),
        new("FALLEMS", EventType.Medical, 3, 10),
        new("FDALRM", EventType.Other, 2, 6),
        new("FDFIRE", EventType.Other, 1, 1),
        new("FDLOCK", EventType.Other, 4, 2),
        new("FDWATER", EventType.Other, 4, 2),
        new("FDWEAPGUN", EventType.Violent, 1, 1),
        new("FIGHT", EventType.Violent, 2, 14),
        new("INJURY", EventType.Medical, 3, 20),
        new("INVPER", EventType.Other, 4, 16),
        new("INVPREM", EventType.Other, 4, 8),
        new("INVVEH", EventType.Other, 4, 6),
        new("IVPERLEWD", EventType.Disorder, 2, 2),
        new("LANTEN", EventType.Disorder, 3, 10),
        new("LARCIP", EventType.Other, 2, 3),
        new("LARCRPT", EventType.Other, 4, 10),
        new("LOITER", EventType.Disorder, 3, 6),
        new("MATERN", EventType.Medical, 2, 2),
        new("MISPER", EventType.Other, 4, 3),
        new("MVA", EventType.Other, 4, 8),
        new("MVAINJ", EventType.Other, 2, 4),
        new("OVERDOSE", EventType.Medical, 1, 5),
        new("PERGUN", EventType.Violent, 1, 5),
        new("PKNIFE", EventType.Violent, 1, 4),
        new("PROPDM", EventType.Other, 4, 3),
        new("PSHOT", EventType.Violent, 1, 1),
        new("ROBIP", EventType.Violent, 2, 8),
        new("SEIZURE", EventType.Medical, 2, 6),
        new("SHOTS", EventType.Violent, 1, 4),
        new("STROKE", EventType.Medical, 1, 3),
        new("TOWMV", EventType.Other, 4, 6),
        new("TRAFFC", EventType.Other, 4, 5),
        new("TRESPASS", EventType.Disorder, 3, 4),
        new("TSTOP", EventType.Other, 4, 12),
        new("UNCONS", EventType.Medical, 1, 10),
        new("UNKEMS", EventType.Medical, 3, 12),
        new("VANDIP", EventType.Disorder, 2, 8),
        new("VANDRPT", EventType.Disorder, 3, 14),
        new("VIORDR", EventType.Other, 4, 2),
    ];

    /// <summary>Codes that dispatchers use and the table lacks: they count as other.</summary>
    public static readonly string[] NotInTable = ["ZTEST", "FIPIP", "UNKCODE", "CD35"];

    private static readonly EmergencyCode[][] OfType =
        Enumerable.Range(0, EventType.Count).Select(type => All.Where(code => code.Type == type).ToArray()).ToArray();

    private static readonly Weights[] SharesOfType = Array.ConvertAll(OfType, codes => new Weights(codes.Select(code => code.Share).ToArray()));

    public static EmergencyCode Draw(int type, ref RandomStream random) => OfType[type][SharesOfType[type].Draw(ref random)];

    /// <summary>Disorder, MedEmerg, Violent: the flags of the code table.</summary>
    public (bool Disorder, bool Medical, bool Violent) Flags =>
        (Type == EventType.Disorder, Type == EventType.Medical, Type == EventType.Violent || AlsoViolent);
}
