namespace Evaluator.Standings.Verification;

/// <summary>One thing that was checked.</summary>
/// <param name="Name"><c>lines</c>, <c>chain</c>, <c>seals</c> and so on.</param>
/// <param name="Verdict">Whether it holds.</param>
/// <param name="What">In words: what was checked, or what was found and expected. The first of many.</param>
public sealed record Check(string Name, CheckVerdict Verdict, string What);
