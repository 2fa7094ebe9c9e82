namespace Evaluator.Contest.Calls;

/// <summary>One call of a predictor. The month is 1 to 12, January = 1; 0 for setup.</summary>
public readonly record struct Call(CallKind Kind, int Month);
