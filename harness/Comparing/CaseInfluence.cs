namespace Evaluator.Comparing;

/// <summary>What one case adds to a difference of means. The score is a reciprocal, so a few quiet cases can own it.</summary>
/// <param name="Case">Its name.</param>
/// <param name="Difference">Second − first, in this case.</param>
/// <param name="MeanWithout">The difference of means without this case and all that stand before it.</param>
public sealed record CaseInfluence(string Case, double Difference, double MeanWithout)
{
    /// <summary>All cases, the greatest absolute difference first; equal ones by name.</summary>
    internal static IReadOnlyList<CaseInfluence> Of(IReadOnlyList<string> cases, double[] differences)
    {
        int[] order =
        [
            .. Enumerable.Range(0, differences.Length).OrderByDescending(i => Math.Abs(differences[i]))
                .ThenBy(i => cases[i], StringComparer.Ordinal),
        ];
        var influences = new CaseInfluence[order.Length];
        double rest = 0;
        for (int rank = order.Length - 1; rank >= 0; rank--)
        {
            int left = order.Length - 1 - rank;
            influences[rank] = new CaseInfluence(cases[order[rank]], differences[order[rank]], left == 0 ? 0 : rest / left);
            rest += differences[order[rank]];
        }
        return influences;
    }
}
