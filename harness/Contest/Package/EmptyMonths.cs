namespace Evaluator.Contest.Package;

/// <summary>
/// What becomes of a predicted month whose emergencies file has rows, of which none can be placed: every prediction of it scores 0.
/// </summary>
public enum EmptyMonths
{
    /// <summary>The package can't be run: nearly always the file has another form than was meant.</summary>
    Refused,

    /// <summary>The organiser has looked and wants it so (<c>--allow-empty</c>).</summary>
    Allowed,
}
