namespace Evaluator.Board.Profiles;

/// <summary>What a person wants others to see, for programs.</summary>
internal sealed record ProfileChoice(bool Page, bool Places, bool Submissions, bool Rewards, bool Elsewhere, string? About)
{
    public ProfileParts Parts =>
        (Page ? ProfileParts.Page : 0) | (Places ? ProfileParts.Places : 0) | (Submissions ? ProfileParts.Submissions : 0)
        | (Rewards ? ProfileParts.Rewards : 0) | (Elsewhere ? ProfileParts.Elsewhere : 0);
}
