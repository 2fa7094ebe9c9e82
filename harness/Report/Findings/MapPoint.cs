namespace Evaluator.Report.Findings;

/// <summary>A point in the package's own plane: metres in Boston's and in the generated city's.</summary>
public readonly record struct MapPoint(double X, double Y);
