using Evaluator.Board.HandingIn;
using Evaluator.Board.People;

namespace Evaluator.Board.WalkIn;

/// <summary>A submission of a walk-in team.</summary>
/// <param name="IsNew">The name was claimed with it.</param>
internal sealed record WalkedIn(Accepted Accepted, Account Account, bool IsNew);
