namespace Evaluator.Scorer;

/// <summary>A part of one granularity's mean squared error. The shares of a granularity add up to its RMSE squared.</summary>
/// <param name="Granularity">The sets.</param>
/// <param name="SpanDays">Length of the windows: 1, 3, 7, 14 or the whole month.</param>
/// <param name="Type">0 social disorder, 1 medical emergency, 2 violent crime, 3 everything else.</param>
/// <param name="MeanSquaredError">Weighted as in the score.</param>
public readonly record struct ErrorShare(Granularity Granularity, int SpanDays, int Type, double MeanSquaredError);
