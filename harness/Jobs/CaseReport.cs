namespace Evaluator.Jobs;

/// <summary>A case has a result; its case file, and what belongs to it, go with the report.</summary>
/// <param name="Bits">Verdict, score and predictions in one text: two results with the same one say the same.</param>
public sealed record CaseReport(string Case, string Bits);
