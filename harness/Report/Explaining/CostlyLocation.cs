namespace Evaluator.Report.Explaining;

/// <summary>A location of a case and what knowing it would have been worth.</summary>
/// <param name="Index">Its place in the prediction.</param>
/// <param name="Gain">Points the case's score would have gained had it been predicted exactly in every month.</param>
/// <param name="Predicted">Expected events of the four months, by type.</param>
/// <param name="Actual">Events of the four months, by type.</param>
public sealed record CostlyLocation(string Location, int Index, double Gain, double[] Predicted, double[] Actual);
