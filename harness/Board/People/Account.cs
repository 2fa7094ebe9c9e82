namespace Evaluator.Board.People;

/// <summary>A person who can sign in. An erased one keeps its id (the log names it) and loses all else.</summary>
internal sealed record Account(string Id, string Handle, string PasswordHash, string Role, string Stamp, long Created, long? Erased)
{
    public bool IsOrganiser => Role == Roles.Organiser;
}
