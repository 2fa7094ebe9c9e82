namespace Evaluator.Scorer.Definition;

/// <summary>Means over months and over cases, in the one order that gives the official bits (CONTEST.md, ruling 11).</summary>
public static class CaseScore
{
    /// <summary>The score of a case: (((m9 + m10) + m11) + m12) / 4, or the same over other months.</summary>
    /// <exception cref="ArgumentException">There is no month.</exception>
    public static double Of(params ReadOnlySpan<double> monthScores) => Mean(monthScores);

    /// <summary>The score of a set of cases: summed left to right, divided by their number.</summary>
    /// <param name="caseScoresInOrdinalOrder">One score per case, cases in ordinal order of their block group's id.</param>
    /// <exception cref="ArgumentException">There is no case, so there is no mean.</exception>
    public static double Overall(ReadOnlySpan<double> caseScoresInOrdinalOrder) => Mean(caseScoresInOrdinalOrder);

    private static double Mean(ReadOnlySpan<double> values)
    {
        if (values.IsEmpty)
            throw new ArgumentException("There is no mean of nothing.", nameof(values));
        double sum = values[0];
        foreach (double value in values[1..])
            sum += value;
        return sum / values.Length;
    }
}
