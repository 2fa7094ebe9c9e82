using Evaluator.Challenges;
using Evaluator.Standings.Disclosure;
using Evaluator.Standings.Ladders;
using Evaluator.Standings.Tables;

namespace Evaluator.Standings.Contests;

/// <summary>What a ladder keeps back: for organisers alone.</summary>
public sealed partial class Contest
{
    /// <returns>Null where the phase has no ladder that releases something.</returns>
    public LadderReport? LadderOf(ContestPhase phase)
    {
        if (phase.Settings.Release != Release.Ladder || phase.LadderStart is not { } start)
            return null;
        RowOrder exact = Table(phase, View.Exact, Audience.Organiser, null).Order;
        RowOrder released = Table(phase, View.Released, Audience.Organiser, null).Order;
        Dictionary<string, TableRow> shown = new(StringComparer.Ordinal);
        for (int i = 0; i < released.Count; i++)
            shown[released[i].Team] = released[i];
        List<HiddenGain> teams = [];
        for (int i = 0; i < exact.Count; i++)
            if (shown.TryGetValue(exact[i].Team, out TableRow? row) && Gain(phase, start, exact[i], row) is { } gain)
                teams.Add(gain);
        return new LadderReport(phase.Columns.All[phase.Ranked.First].Name, 100 * start.Settings.Step, teams);
    }

    private static HiddenGain? Gain(ContestPhase phase, LadderStart start, TableRow exact, TableRow released)
    {
        int place = phase.Ranked.First;
        if (exact.Values[place] is not { } hidden || released.Values[place] is not { } shown)
            return null;
        decimal over = start.Direction == Direction.More ? hidden - shown : shown - hidden;
        return new HiddenGain(exact.Team, exact.Entries, hidden, shown, Math.Round(100 * over / Math.Abs((decimal)start.Mean), 3));
    }
}
