namespace Evaluator.Standings.Contests;

/// <summary>A person's time in a team, by entries: from <paramref name="From"/> on, no longer at <paramref name="Until"/>.</summary>
public sealed record Membership(string Account, long From, long Until);
