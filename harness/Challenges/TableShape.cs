namespace Evaluator.Challenges;

/// <summary>What a handed-in table looks like.</summary>
public enum TableShape
{
    /// <summary>Exactly n distinct keys; metrics sum a column of the answers over them.</summary>
    Picks,

    /// <summary>Every key of the test table once, with one value; metrics compare it with the truth.</summary>
    Predictions,

    /// <summary>Every key of the test table once, with a probability for each class.</summary>
    Probabilities,
}
