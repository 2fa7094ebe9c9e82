namespace Evaluator.Scorer;

/// <summary>Means over months and over cases, in the one order that gives the official bits (contest.md, ruling 11).</summary>
public static class CaseScore
{
    /// <summary>The score of a case: (((m9 + m10) + m11) + m12) / 4.</summary>
    public static double Of(double m9, double m10, double m11, double m12) => (((m9 + m10) + m11) + m12) / 4;

    /// <summary>The score of a set of cases: summed left to right, divided by their number.</summary>
    /// <param name="caseScoresInOrdinalOrder">One score per case, cases in ordinal order of their block group's id.</param>
    /// <exception cref="ArgumentException">There is no case, so there is no mean.</exception>
    public static double Overall(ReadOnlySpan<double> caseScoresInOrdinalOrder)
    {
        if (caseScoresInOrdinalOrder.IsEmpty)
            throw new ArgumentException("The overall score is a mean over cases; none was given.", nameof(caseScoresInOrdinalOrder));
        double sum = 0;
        foreach (double score in caseScoresInOrdinalOrder)
            sum += score;
        return sum / caseScoresInOrdinalOrder.Length;
    }
}
