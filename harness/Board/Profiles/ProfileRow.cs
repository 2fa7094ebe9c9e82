namespace Evaluator.Board.Profiles;

/// <summary>What a person chose.</summary>
internal sealed record ProfileRow(string Account, long Shown, string About)
{
    public ProfileParts Parts => (ProfileParts)Shown;
}
