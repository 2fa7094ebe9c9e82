using Evaluator.Confinement;

namespace Evaluator.Harness.Cases;

/// <summary>How a case ended short of Accepted.</summary>
/// <param name="Reason">One word that programs may rely on.</param>
/// <param name="Detail">For people; not yet escaped.</param>
internal sealed record Stop(Verdict Verdict, string Reason, string Detail);
