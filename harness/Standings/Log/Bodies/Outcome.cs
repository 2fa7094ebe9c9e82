namespace Evaluator.Standings.Log.Bodies;

/// <summary>How an evaluation ended.</summary>
public enum Outcome
{
    /// <summary>It has a value in every measured column.</summary>
    Scored,

    /// <summary>Something of it ran (a compiler at least) and there is no score. Charges an attempt.</summary>
    Failed,

    /// <summary>Refused before anything of it ran. Charges nothing.</summary>
    Refused,

    /// <summary>Failed for a reason of ours. Charges nothing; it is tried again.</summary>
    Fault,
}
