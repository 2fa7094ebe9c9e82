namespace Evaluator.Contest.Calls;

/// <summary>The three methods of a predictor.</summary>
public enum CallKind
{
    Setup,
    ReceiveEvents,
    Predict,
}
