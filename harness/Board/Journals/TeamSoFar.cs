using Evaluator.Standings.Contests;

namespace Evaluator.Board.Journals;

/// <summary>A team at a moment: members in the order in which they joined; the first of those who are still there is the captain.</summary>
internal sealed record TeamSoFar(string Id, IReadOnlyList<string> Members, bool IsIgnored)
{
    public string? Captain => Members.Count > 0 ? Members[0] : null;

    public static TeamSoFar Of(Team team) => new(
        team.Id, [.. team.Memberships.Where(member => member.Until == long.MaxValue).OrderBy(member => member.From)
            .Select(member => member.Account)], team.IsIgnored);
}
