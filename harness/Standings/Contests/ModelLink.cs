namespace Evaluator.Standings.Contests;

/// <summary>Who built on whom, as an audience may see it.</summary>
/// <param name="Other">The parent, or the child.</param>
/// <param name="Team">Of the other.</param>
/// <param name="Origin"><c>declared</c> or <c>git</c>.</param>
/// <param name="Gain">How much better the child is in the column that ranks first, by released values; negative where it is worse, null
/// where one of both is not released.</param>
public sealed record ModelLink(string Other, string Team, string Origin, decimal? Gain);
