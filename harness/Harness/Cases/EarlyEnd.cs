using Evaluator.Confinement;

namespace Evaluator.Harness.Cases;

/// <summary>How a case ended short of Accepted.</summary>
/// <param name="Reason">One word that programs may rely on.</param>
/// <param name="Call">The call in which it ended; null where it ended in none.</param>
/// <param name="What">What happened, for people; not yet escaped.</param>
internal sealed record EarlyEnd(Verdict Verdict, string Reason, string? Call, string What)
{
    /// <summary>For people: which call, what happened; not yet escaped.</summary>
    public string Detail => Call is null ? What : $"{Call}: {What}";
}
