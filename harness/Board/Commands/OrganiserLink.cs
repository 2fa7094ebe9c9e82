using Evaluator.Board.People;

namespace Evaluator.Board.Commands;

/// <summary>The link by which the first organiser gets an account, and any later one who lost the way in.</summary>
internal static class OrganiserLink
{
    public const int Days = 7;

    public static string Make(Invitations invitations) =>
        invitations.Make(Roles.Organiser, null, "organiser's one-time link", 1, TimeSpan.FromDays(Days), null);

    public static string Address(string url, string code) => $"{url.TrimEnd('/')}/join/{code}";
}
