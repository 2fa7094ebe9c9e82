namespace Evaluator.Standings.Contests;

/// <summary>What a ladder keeps back of a team's best score.</summary>
/// <param name="Team">Its id.</param>
/// <param name="Entries">How often it handed in.</param>
/// <param name="Hidden">The best score that it has, exactly.</param>
/// <param name="Released">What competitors see of it.</param>
/// <param name="KeptBack">The difference, in percent of the baseline: more than 0 where an exact board would show more.</param>
public sealed record HiddenGain(string Team, int Entries, decimal Hidden, decimal Released, decimal KeptBack);
