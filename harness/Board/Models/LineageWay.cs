using Evaluator.Standings.Contests;

namespace Evaluator.Board.Models;

/// <summary>
/// The way of one submission: up to its first ancestors, and down to its last descendants, among those that are drawn. What leads from an
/// ancestor to a descendant past the submission is not on its way.
/// </summary>
/// <param name="Models">The submission and all of those; empty where it is not drawn.</param>
/// <param name="Lines">From a parent to its child.</param>
internal sealed record LineageWay(IReadOnlySet<string> Models, IReadOnlySet<(string Parent, string Child)> Lines)
{
    /// <param name="models">All that are drawn.</param>
    /// <param name="chosen">Null for none.</param>
    public static LineageWay Of(IReadOnlyList<OpenModel> models, string? chosen)
    {
        Dictionary<string, OpenModel> drawn = models.ToDictionary(model => model.Shown.Id, StringComparer.Ordinal);
        HashSet<string> on = new(StringComparer.Ordinal);
        HashSet<(string, string)> lines = [];
        if (chosen is null || !drawn.ContainsKey(chosen))
            return new LineageWay(on, lines);
        on.Add(chosen);
        foreach (bool isUp in (bool[])[true, false])
        {
            Queue<string> open = new([chosen]);
            HashSet<string> seen = new(StringComparer.Ordinal) { chosen };
            while (open.TryDequeue(out string? at))
                foreach (ModelLink link in isUp ? drawn[at].Parents : drawn[at].Children)
                {
                    if (!drawn.ContainsKey(link.Other))
                        continue;
                    lines.Add(isUp ? (link.Other, at) : (at, link.Other));
                    if (seen.Add(link.Other))
                        open.Enqueue(link.Other);
                }
            on.UnionWith(seen);
        }
        return new LineageWay(on, lines);
    }
}
