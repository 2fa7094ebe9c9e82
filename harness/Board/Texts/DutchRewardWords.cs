using Evaluator.Challenges;

namespace Evaluator.Board.Texts;

/// <summary>Dutch.</summary>
internal sealed class DutchRewardWords : RewardWords
{
    public override string Title => "Beloningen";
    public override string Rules => "Wat er wordt uitbetaald";
    public override string Ended => "beëindigd";
    public override string Nothing => "Er is nog niets toegekend. Wat wordt toegekend, verschijnt hier vanzelf.";
    public override string WhoHasWhat => "Wie heeft wat";
    public override string Points => "Punten";
    public override string History => "Geschiedenis";
    public override string AllTeams => "Alle teams";
    public override string For => "Waarvoor";
    public override string Given => "Toegekend door de organisatie";
    public override string Submission => "de inzending";
    public override string TakenBack => "teruggenomen";
    public override string Newer => "Nieuwer";
    public override string Older => "Ouder";
    public override string IsSingleModel => "Dit is één enkel model; de organisatie kijkt het na.";

    protected override string Point => ",";

    public override string Says(RewardRule rule, string column)
    {
        string points = $"{Number(rule.Amount)} punten", reached = $"{column} van {Number(rule.Threshold)} of beter";
        string who = rule.Scope == RewardScope.Team ? "voor elk team één keer" : "voor de eerste";
        string cap = rule.Cap is { } most ? $", hoogstens {Number(most)}" : "";
        return rule.Kind switch
        {
            RewardKind.FirstAbove => $"{points} voor de eerste inzending met {reached}.",
            RewardKind.TeamAbove => $"{points} voor elk team, voor zijn eerste inzending met {reached}.",
            RewardKind.ImprovementOverBest => $"{Number(rule.Rate)} punten voor elke eenheid {column} boven de beste tot dan toe{cap}; "
                + $"vanaf {Number(rule.Delta)}, één keer per dag voor een team.",
            RewardKind.SingleModel => $"{points} {who} met {reached} door één enkel model, wat de organisatie bevestigt.",
            RewardKind.LimitedHardware => $"{points} {who} met {reached} in een aparte run op {rule.Profile}.",
            RewardKind.TimeUnder => $"{points} {who} met {reached} en geen geval boven {Number(rule.Seconds)} CPU-seconden, in twee runs.",
            RewardKind.Rank => $"{points} voor plaats {rule.Place} zodra de fase openbaar is; gelijken delen.",
            RewardKind.Reuse => $"{Number(rule.Share * 100)} % van {Number(rule.Rate)} punten voor elke eenheid {column} die een inzending "
                + $"wint op waar ze op voortbouwt, voor wie dat maakte{cap}; één inzending per dag van team tot team.",
            RewardKind.Together => $"{points} gedeeld door {(rule.AllAboveBaseline ? "alle teams boven het vaste punt" : "allen op wier "
                + "werk het staat")} zodra de beste {reached} heeft.",
            _ => "",
        };
    }
}
