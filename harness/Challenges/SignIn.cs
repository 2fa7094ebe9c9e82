namespace Evaluator.Challenges;

/// <summary>How people get into a contest.</summary>
public enum SignIn
{
    Invitation,

    /// <summary>Anybody may make an account.</summary>
    Open,

    /// <summary>An event code from the wall; a team name is claimed by its first submission.</summary>
    WalkIn,
}
