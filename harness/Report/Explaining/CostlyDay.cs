namespace Evaluator.Report.Explaining;

/// <summary>A day of a case and what knowing it would have been worth.</summary>
/// <param name="Gain">Points the case's score would have gained had every location been predicted exactly on it.</param>
/// <param name="Predicted">Expected events of the day, by type.</param>
/// <param name="Actual">Events of the day, by type.</param>
public sealed record CostlyDay(DateOnly Date, double Gain, double[] Predicted, double[] Actual);
