using Evaluator.Challenges;
using Evaluator.Comparing;
using Evaluator.Standings.Disclosure;
using Evaluator.Standings.Results;
using Evaluator.Standings.Sealing;
using Evaluator.Standings.Significance;
using Evaluator.Standings.Tables;

namespace Evaluator.Standings.Contests;

/// <summary>
/// What of an order may be chance. It is computed of values case by case, and says more than a released grid does: that the difference of
/// two hidden vectors is significant. So it is for organisers, and for everybody once the phase is published and the vectors are open
/// anyway. What comes out is computed when it is asked for, outside of the fold.
/// </summary>
public sealed partial class Contest
{
    /// <summary>The rows that are put in brackets, from the first: 10,000 draws for each two neighbours, while a person waits.</summary>
    private const int MostInBrackets = 200;

    /// <summary>A field of more has no band.</summary>
    private const int MostInBand = 1_000;

    private readonly Remembered<TieBrackets> brackets = new();
    private readonly Remembered<RankBand> bands = new();

    private Func<TieBrackets?>? BracketsOf(ContestPhase phase, View view, Audience audience, RowOrder order)
    {
        if (!MaySeeCases(phase, audience) || ColumnOf(phase) is not { } column)
            return null;
        RowCases cases = CasesOf(order, MostInBrackets, column, submission => submission.Counted(SetOf(phase, view, submission)));
        return () => brackets.Of(cases.Name, () => Brackets(cases));
    }

    /// <summary>How far ranks of the final set may differ from those of the provisional one without anybody being better on
    /// either.</summary>
    private Func<RankBand?>? BandOf(ContestPhase phase, Audience audience, RowOrder final)
    {
        if (!MaySeeCases(phase, audience) || ColumnOf(phase) is not { } column || phase.Settings.FinalSet is not { } set
            || final.Count is < 2 or > MostInBand)
            return null;
        RowCases before = CasesOf(final, MostInBand, column, submission => submission.Result);
        RowCases after = CasesOf(final, MostInBand, column, submission => submission.Counted(set));
        bool lessIsBetter = phase.Columns.All[phase.Ranked.First].Direction == Direction.Less;
        return () => bands.Of($"{before.Name}\n{after.Name}", () => Band(before, after, lessIsBetter));
    }

    private static bool MaySeeCases(ContestPhase phase, Audience audience) => audience.IsOrganiser || phase.IsPublished;

    /// <summary>The column whose cases are compared; null where ranks are not those of one column.</summary>
    private static string? ColumnOf(ContestPhase phase) => phase.Ranked is { Rule: RankingRule.InOrder, First: >= 0 and int first }
        ? phase.Columns.All[first].Name
        : null;

    private static string SetOf(ContestPhase phase, View view, Submission submission) =>
        view == View.Final ? phase.Settings.FinalSet ?? submission.Set : submission.Set;

    private RowCases CasesOf(RowOrder order, int most, string column, Func<Submission, Evaluation?> evaluation)
    {
        Digest?[] seals = new Digest?[Math.Min(order.Count, most)];
        for (int row = 0; row < seals.Length; row++)
            seals[row] = submissions.TryGetValue(order[row].Submission, out Submission? known) ? evaluation(known)?.Recorded.Cases : null;
        return new RowCases(column, seals, open);
    }

    private static TieBrackets? Brackets(RowCases cases)
    {
        IReadOnlyList<CaseVector> vectors = cases.Vectors();
        return vectors.Count < 2 ? null : TieBrackets.Of(vectors[0].Cases, RowCases.ValuesOf(vectors));
    }

    private static RankBand? Band(RowCases before, RowCases after, bool lessIsBetter)
    {
        IReadOnlyList<CaseVector> first = before.Vectors(), second = after.Vectors();
        return first.Count < before.Seals.Count || second.Count < after.Seals.Count
            ? null
            : RankBand.Of(RowCases.ValuesOf(first), RowCases.ValuesOf(second), lessIsBetter);
    }
}
