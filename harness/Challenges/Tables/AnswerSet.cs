namespace Evaluator.Challenges.Tables;

/// <summary>Answers that are scored together: provisional, final, or all there are. Their rows stand one after the other.</summary>
internal readonly record struct AnswerSet(string Name, int Start, int Length)
{
    /// <summary>The one set of answers that have no column of sets.</summary>
    public const string All = "all";
}
