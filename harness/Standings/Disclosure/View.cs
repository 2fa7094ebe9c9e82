namespace Evaluator.Standings.Disclosure;

/// <summary>
/// What is looked at: who may see which is decided in <c>Contests.Contest</c> and nowhere else. Each team has a row in each.
/// </summary>
internal enum View
{
    /// <summary>Everything, to the last digit: organisers.</summary>
    Exact,

    /// <summary>What is released of everything: a team's own row.</summary>
    Released,

    /// <summary>What is released of that which came before a freeze: everybody.</summary>
    Public,

    /// <summary>The chosen submissions on the set that decides: organisers, and everybody once it is published.</summary>
    Final,
}
