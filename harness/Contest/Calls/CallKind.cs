namespace Evaluator.Contest;

/// <summary>The three methods of a predictor.</summary>
public enum CallKind
{
    Setup,
    ReceiveEvents,
    Predict,
}
