namespace Evaluator.Challenges.Formulas;

/// <summary>A text that is no formula.</summary>
public sealed class FormulaException(string message) : Exception(message);
