using Evaluator.Harness.Records;

namespace Evaluator.Cli.Work;

/// <summary>
/// The file <c>public.json</c>: all that a competitor may be told of an evaluation besides the columns. It is what <see cref="PublicView"/>
/// shows.
/// </summary>
/// <param name="Summary">Null where cases are closed: what is told of them is the columns' matter, and the phase's release.</param>
/// <param name="Cases">The example cases, in full.</param>
/// <param name="Consoles">What the predictor printed in them, by case; cut where it is long.</param>
internal sealed record PublicReport(RunSummary? Summary, IReadOnlyList<CaseResult> Cases, IReadOnlyDictionary<string, string> Consoles);
