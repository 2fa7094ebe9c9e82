using Evaluator.Standings.Profiles;

namespace Evaluator.Board.Profiles;

/// <summary>A profile that another board signed for this one.</summary>
/// <param name="Board">What this board calls the other; null where its word is no longer taken, and the row not shown.</param>
/// <param name="Received">Milliseconds since 1970 in UTC.</param>
internal sealed record ElsewhereRow(string Id, string Account, string? Board, string Text, long Received)
{
    public SignedProfile Profile => SignedProfile.Parse(Text);
}
