using Evaluator.Board.People;
using Evaluator.Standings.Profiles;

namespace Evaluator.Board.Profiles;

/// <summary>A person as others see them: only the parts that the person shows are in it.</summary>
internal sealed record Profile(
    Account Account, ProfileParts Shown, string About, IReadOnlyList<ProfileContest> Contests, IReadOnlyList<ElsewhereRow> Elsewhere)
{
    public string Handle => Account.Handle;

    /// <summary>The person in addresses.</summary>
    public string Address => "/u/" + Uri.EscapeDataString(Handle);

    public bool Shows(ProfileParts part) => (Shown & part) != 0;
}
