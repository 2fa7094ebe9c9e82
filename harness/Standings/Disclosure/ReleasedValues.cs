using Evaluator.Challenges;
using Evaluator.Standings.Columns;

namespace Evaluator.Standings.Disclosure;

/// <summary>
/// What competitors get of an evaluation's values while the phase is not published. On open sets (examples) everything; on closed ones of a
/// predictor the score, CPU times and memory rounded up to steps of 10 %, accepted cases in tenths. A ladder gives the score out itself,
/// and
/// withholds the other columns of a table: they say the same to the last digit. Formulas are computed from what is released.
/// </summary>
internal static class ReleasedValues
{
    /// <param name="exact">A value for each column; null where there is none.</param>
    /// <param name="ladderValue">The ladder's value of its column; null unless the release is a ladder.</param>
    public static decimal?[] Of(decimal?[] exact, ColumnSet columns, Phase phase, (int Place, decimal Value)? ladderValue)
    {
        bool isClosedPredictor = columns.Kind == ChallengeKind.Predictor && !phase.IsOpen;
        if (!isClosedPredictor && ladderValue is null)
            return exact;
        decimal?[] released = new decimal?[exact.Length];
        for (int i = 0; i < exact.Length; i++)
        {
            if (ladderValue is { } ladder && (i == ladder.Place || columns.Kind == ChallengeKind.Table))
                released[i] = i == ladder.Place ? ladder.Value : null;
            else if (exact[i] is { } value && columns.All[i].Formula is null)
                released[i] = isClosedPredictor ? OfOne(value, columns.All[i].Name) : value;
        }
        columns.ComputeFormulas(released);
        return released;
    }

    private static decimal OfOne(decimal value, string column) => column switch
    {
        PredictorColumns.Accepted => Coarse.Tenths(value),
        PredictorColumns.CpuSeconds or PredictorColumns.CpuSecondsInTotal or PredictorColumns.PeakMemory => Coarse.Up(value),
        _ => value,
    };
}
