namespace Evaluator.Standings.Contests;

/// <summary>A submission that counted as better, and what was released of it.</summary>
/// <param name="Steps">Of the grid, over the baseline.</param>
/// <param name="Released">The mean that these steps stand for.</param>
internal sealed record LadderImprovement(Submission Submission, long Steps, double Released);
