using Evaluator.Contest.Cases;
using Evaluator.Harness.Records;

namespace Evaluator.Report.Explaining;

/// <summary>One accepted case of a run, with its truth and its predictions.</summary>
public sealed record PlayedCase(CaseResult Result, ContestCase Place, IReadOnlyList<PlayedMonth> Months);
