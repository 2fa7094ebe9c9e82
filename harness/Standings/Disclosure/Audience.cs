namespace Evaluator.Standings.Disclosure;

/// <summary>Who asks.</summary>
/// <param name="Team">The id of the team whose member asks; null for others.</param>
public readonly record struct Audience(AudienceKind Kind, string? Team)
{
    public static Audience Public => new(AudienceKind.Public, null);

    public static Audience Organiser => new(AudienceKind.Organiser, null);

    public static Audience Of(string team) => new(AudienceKind.Team, team);

    public bool IsOrganiser => Kind == AudienceKind.Organiser;
}
