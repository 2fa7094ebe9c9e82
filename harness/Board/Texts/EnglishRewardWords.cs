using Evaluator.Challenges;

namespace Evaluator.Board.Texts;

/// <summary>English.</summary>
internal sealed class EnglishRewardWords : RewardWords
{
    public override string Title => "Rewards";
    public override string Rules => "What is paid";
    public override string Ended => "ended";
    public override string Nothing => "Nothing has been given yet. What is given appears here by itself.";
    public override string WhoHasWhat => "Who has what";
    public override string Points => "Points";
    public override string History => "History";
    public override string AllTeams => "All teams";
    public override string For => "For";
    public override string Given => "Given by the organisers";
    public override string Submission => "the submission";
    public override string TakenBack => "taken back";
    public override string Newer => "Newer";
    public override string Older => "Older";
    public override string IsSingleModel => "It is one single model; the organisers will look.";

    protected override string Point => ".";

    public override string Says(RewardRule rule, string column)
    {
        string points = $"{Number(rule.Amount)} points", reached = $"a {column} of {Number(rule.Threshold)} or better";
        string who = rule.Scope == RewardScope.Team ? "to each team once" : "to the first";
        string cap = rule.Cap is { } most ? $", at most {Number(most)}" : "";
        return rule.Kind switch
        {
            RewardKind.FirstAbove => $"{points} to the first submission with {reached}.",
            RewardKind.TeamAbove => $"{points} to each team, for its first submission with {reached}.",
            RewardKind.ImprovementOverBest => $"{Number(rule.Rate)} points for each unit of {column} over the best before it{cap}; "
                + $"from {Number(rule.Delta)} up, once a day for a team.",
            RewardKind.SingleModel => $"{points} {who} with {reached} by a single model, which the organisers attest.",
            RewardKind.LimitedHardware => $"{points} {who} with {reached} in a separate run on {rule.Profile}.",
            RewardKind.TimeUnder => $"{points} {who} with {reached} and no case over {Number(rule.Seconds)} CPU seconds, in two runs.",
            RewardKind.Rank => $"{points} for place {rule.Place} once the phase is published; equal ones share.",
            RewardKind.Reuse => $"{Number(rule.Share * 100)} % of {Number(rule.Rate)} points for each unit of {column} that a submission "
                + $"gains over what it is based on, to who made that{cap}; one submission a day from team to team.",
            RewardKind.Together => $"{points} shared by {(rule.AllAboveBaseline ? "all teams above the baseline" : "all whose work it "
                + "stands on")} once the best has {reached}.",
            _ => "",
        };
    }
}
