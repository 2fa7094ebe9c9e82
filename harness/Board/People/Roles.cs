namespace Evaluator.Board.People;

/// <summary>What an account may do on the whole board.</summary>
internal static class Roles
{
    public const string Organiser = "organiser";
    public const string Competitor = "competitor";
}
