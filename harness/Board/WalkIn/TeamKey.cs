using System.Text.RegularExpressions;
using Evaluator.Board.People;

namespace Evaluator.Board.WalkIn;

/// <summary>
/// The key of a walk-in team: a token that may submit, made before the name is claimed. So a form that is sent twice, or again after the
/// answer was lost, finds the name as
/// its own, and programs hand in with the key as their bearer token.
/// </summary>
internal static partial class TeamKey
{
    /// <summary>What the token is called in the database.</summary>
    public const string TokenName = "team key";

    public static string New() => "evb_" + Secret.New();

    public static bool IsOne(string? text) => text is not null && Form().IsMatch(text);

    [GeneratedRegex("^evb_[A-Za-z0-9_-]{43}$")]
    private static partial Regex Form();
}
