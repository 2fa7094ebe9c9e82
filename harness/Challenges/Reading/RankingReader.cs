using System.Text.Json;

namespace Evaluator.Challenges.Reading;

/// <summary>Reads a phase's <c>rank</c>: a list of columns in order, or <c>{"meanOfRanks": […]}</c>.</summary>
internal sealed class RankingReader(IReadOnlyList<Column> columns)
{
    private const string Expected = "a list of columns in order, or {\"meanOfRanks\": [columns]}";

    public Ranking Ranking(SourceObject phase)
    {
        RankingRule rule = RankingRule.InOrder;
        SourceObject holder = phase;
        string member = "rank";
        if (phase.Has("rank") && phase.Take("rank")!.Kind == JsonTokenType.StartObject)
        {
            rule = RankingRule.MeanOfRanks;
            holder = phase.Object("rank")!;
            member = "meanOfRanks";
        }
        IReadOnlyList<string> names = holder.Texts(member, Expected);
        foreach (string unknown in names.Where(name => columns.All(column => column.Name != name)))
            holder.Fault(member, $"names `{unknown}`", "columns: " + string.Join(", ", columns.Select(column => column.Name)));
        if (names.Distinct(StringComparer.Ordinal).Count() != names.Count)
            holder.Fault(member, "names a column twice", "each column once");
        if (holder != phase)
            holder.Close();
        return new Ranking(rule, names);
    }
}
