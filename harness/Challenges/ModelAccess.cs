namespace Evaluator.Challenges;

/// <summary>When competitors may see each other's submissions.</summary>
public enum ModelAccess
{
    Never,

    /// <summary>As soon as a submission is accepted.</summary>
    AtOnce,

    /// <summary>From the phase's date on.</summary>
    FromDate,
}
