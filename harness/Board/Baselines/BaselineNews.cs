using Evaluator.Board.Journals;
using Evaluator.Challenges;
using Evaluator.Standings.Contests;

namespace Evaluator.Board.Baselines;

/// <summary>Whether the log has a baseline with these values already, so that it is not written a second time.</summary>
internal static class BaselineNews
{
    public static bool IsKnown(LiveContest now, Phase phase, Baseline baseline, IReadOnlyDictionary<string, decimal> values) =>
        now.Ask(fold =>
        {
            ContestBaseline? known = fold.Phase(phase.Name)?.Baselines.LastOrDefault(known => known.Set.Baseline == baseline.Name);
            if (known?.Values is not { } before || known.Set.Start != baseline.Start || known.Set.Set != phase.Set)
                return false;
            IReadOnlyList<Column> columns = fold.Settings!.Columns;
            return Enumerable.Range(0, columns.Count)
                .All(place => !values.TryGetValue(columns[place].Name, out decimal value) || before[place] == value);
        });
}
