using System.Globalization;
using Evaluator.Board.Journals;
using Evaluator.Challenges;

namespace Evaluator.Board.Contests;

/// <summary>What a phase asks for before a team may hand in, in words.</summary>
internal static class GateText
{
    /// <returns>Null where the phase is open to every team.</returns>
    public static string? Of(LiveContest contest, Phase phase)
    {
        if (phase.Gate is not { } gate || contest.Phase(gate.Phase) is not { } other)
            return null;
        if (gate.AtLeast is not { } bound)
            return $"a score above the baseline in {other.Title}";
        string name = gate.Column ?? other.Ranking.Columns[0];
        Column? column = contest.Contest.Columns.FirstOrDefault(one => one.Name == name);
        string unit = column?.Unit is { } known ? "\u00A0" + known : "";
        return $"{column?.Title ?? name} of {bound.ToString(CultureInfo.InvariantCulture)}{unit} or better in {other.Title}";
    }
}
