namespace Evaluator.Standings.Tables;

/// <summary>Points that a rule of the phase has given a team, as they stood when the table did.</summary>
/// <param name="Rule">The rule's name.</param>
/// <param name="IsForOne">Whether only one team can have it.</param>
public sealed record RowReward(string Rule, string Title, int Points, bool IsForOne);
