namespace Evaluator.Standings.Verification;

public enum CheckVerdict
{
    Holds,

    DoesNotHold,

    /// <summary>What it takes is not at hand: seals that are not opened yet, a receipt that was not given.</summary>
    CantBeChecked,
}
