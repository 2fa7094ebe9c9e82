namespace Evaluator.Challenges;

/// <summary>How several columns make one rank. A formula is a column of its own and ranks like any other.</summary>
public enum RankingRule
{
    /// <summary>By the first column; where that is equal by the second, and so on.</summary>
    InOrder,

    /// <summary>By the mean of the ranks in each column.</summary>
    MeanOfRanks,
}
