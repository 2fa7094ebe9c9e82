namespace Evaluator.Standings.Disclosure;

public enum AudienceKind
{
    Public,
    Team,
    Organiser,
}
