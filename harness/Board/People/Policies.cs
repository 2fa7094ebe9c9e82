namespace Evaluator.Board.People;

/// <summary>The names of what addresses demand: who may come, and how often.</summary>
internal static class Policies
{
    public const string Organiser = "organiser";
    public const string Competitor = "competitor";
    public const string Worker = "worker";

    /// <summary>An organiser, or a token that can read /metrics and nothing else.</summary>
    public const string Metrics = "metrics";

    /// <summary>As <see cref="Competitor"/>, but with a token only: a form on another site cannot send one, so these addresses need no
    /// antiforgery token.</summary>
    public const string TokenOfCompetitor = "token-of-competitor";

    public const string TokenOfOrganiser = "token-of-organiser";

    /// <summary>The limit of addresses where names and codes could be guessed, or accounts made without end.</summary>
    public const string Guessing = "guessing";

    /// <summary>The limit of hooks, a repository: a host sends one a push, strangers may send without end.</summary>
    public const string Hooks = "hooks";
}
