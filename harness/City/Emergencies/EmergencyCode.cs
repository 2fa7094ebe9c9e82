using Evaluator.City.Randomness;
using Evaluator.Scorer.Definition;

namespace Evaluator.City.Emergencies;

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
        new("AB===>>>", EventTypes.Violent, 2, 14),
        new("ABDPN", EventTypes.Medical, 3, 7),
        new("ABDWIP", EventTypes.Violent, 1, 6),
        new("ABIP", EventTypes.Violent, 2, 12),
        new("ABRPT", EventTypes.Violent, 3, 16),
        new("ALARMB", EventTypes.Other, 4, 10),
        new("ALARMF", EventTypes.Other, 2, 4),
        new("ARMROB", EventTypes.Violent, 1, 5),
        new("ASSTCIT", EventTypes.Other, 4, 6),
        new("AUTOTH", EventTypes.Other, 4, 4),
        new("BEIP", EventTypes.Other, 2, 3),
        new("BERPT", EventTypes.Other, 4, 6),
        new("CARDARR", EventTypes.Medical, 1, 2),
        new("CHESTPN", EventTypes.Medical, 1, 10),
        new("DIFFBR", EventTypes.Medical, 1, 13),
        new("DISTRBDRUNKS", EventTypes.Disorder, 3, 14),
        new("DISTRBNOISE", EventTypes.Disorder, 3, 20),
        new("DISTRBPANHAN", EventTypes.Disorder, 3, 6),
        new("DISTRBPARTY", EventTypes.Disorder, 3, 16),
        new("DRUGS", EventTypes.Other, 4, 5),
        new("DVIP", EventTypes.Violent, 2, 16),
        new("EDP2", EventTypes.Medical, 2, 6, AlsoViolent: true),
        new("ESCORT", EventTypes.Other, 4, 1),
        new("FALLEMS", EventTypes.Medical, 3, 10),
        new("FDALRM", EventTypes.Other, 2, 6),
        new("FDFIRE", EventTypes.Other, 1, 1),
        new("FDLOCK", EventTypes.Other, 4, 2),
        new("FDWATER", EventTypes.Other, 4, 2),
        new("FDWEAPGUN", EventTypes.Violent, 1, 1),
        new("FIGHT", EventTypes.Violent, 2, 14),
        new("INJURY", EventTypes.Medical, 3, 20),
        new("INVPER", EventTypes.Other, 4, 16),
        new("INVPREM", EventTypes.Other, 4, 8),
        new("INVVEH", EventTypes.Other, 4, 6),
        new("IVPERLEWD", EventTypes.Disorder, 2, 2),
        new("LANTEN", EventTypes.Disorder, 3, 10),
        new("LARCIP", EventTypes.Other, 2, 3),
        new("LARCRPT", EventTypes.Other, 4, 10),
        new("LOITER", EventTypes.Disorder, 3, 6),
        new("MATERN", EventTypes.Medical, 2, 2),
        new("MISPER", EventTypes.Other, 4, 3),
        new("MVA", EventTypes.Other, 4, 8),
        new("MVAINJ", EventTypes.Other, 2, 4),
        new("OVERDOSE", EventTypes.Medical, 1, 5),
        new("PERGUN", EventTypes.Violent, 1, 5),
        new("PKNIFE", EventTypes.Violent, 1, 4),
        new("PROPDM", EventTypes.Other, 4, 3),
        new("PSHOT", EventTypes.Violent, 1, 1),
        new("ROBIP", EventTypes.Violent, 2, 8),
        new("SEIZURE", EventTypes.Medical, 2, 6),
        new("SHOTS", EventTypes.Violent, 1, 4),
        new("STROKE", EventTypes.Medical, 1, 3),
        new("TOWMV", EventTypes.Other, 4, 6),
        new("TRAFFC", EventTypes.Other, 4, 5),
        new("TRESPASS", EventTypes.Disorder, 3, 4),
        new("TSTOP", EventTypes.Other, 4, 12),
        new("UNCONS", EventTypes.Medical, 1, 10),
        new("UNKEMS", EventTypes.Medical, 3, 12),
        new("VANDIP", EventTypes.Disorder, 2, 8),
        new("VANDRPT", EventTypes.Disorder, 3, 14),
        new("VIORDR", EventTypes.Other, 4, 2),
    ];

    /// <summary>Codes that dispatchers use and the table lacks: they count as other.</summary>
    public static readonly string[] NotInTable = ["ZTEST", "FIPIP", "UNKCODE", "CD35"];

    private static readonly EmergencyCode[][] OfType =
        Enumerable.Range(0, EventTypes.Count).Select(type => All.Where(code => code.Type == type).ToArray()).ToArray();

    private static readonly Weights[] SharesOfType =
        Array.ConvertAll(OfType, codes => new Weights(codes.Select(code => code.Share).ToArray()));

    public static EmergencyCode Draw(int type, ref RandomStream random) => OfType[type][SharesOfType[type].Draw(ref random)];

    /// <summary>Disorder, MedEmerg, Violent: the flags of the code table.</summary>
    public (bool Disorder, bool Medical, bool Violent) Flags =>
        (Type == EventTypes.Disorder, Type == EventTypes.Medical, Type == EventTypes.Violent || AlsoViolent);
}
