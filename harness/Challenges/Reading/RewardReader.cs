namespace Evaluator.Challenges.Reading;

/// <summary>Reads the member <c>rewards</c>: each kind with the numbers it takes, and none that it does not.</summary>
internal sealed class RewardReader(IReadOnlyList<Column> columns, IReadOnlyList<Phase> phases, PredictorTask? predictor)
{
    private const int MostPoints = 1_000_000_000;

    private static readonly Dictionary<string, RewardKind> Kinds =
        Enum.GetValues<RewardKind>().ToDictionary(kind => kind.ToString(), StringComparer.Ordinal);

    private static readonly Dictionary<string, RewardScope> Scopes = new(StringComparer.Ordinal)
    {
        ["rule"] = RewardScope.Rule,
        ["team"] = RewardScope.Team,
    };

    public IReadOnlyList<RewardRule> Rewards(SourceObject all)
    {
        List<RewardRule> rules = [];
        foreach (SourceObject source in all.Objects("rewards", null))
        {
            RewardRule rule = One(source);
            if (rules.Exists(other => other.Name == rule.Name))
                source.Fault("name", $"is \"{rule.Name}\" a second time", "each name once");
            rules.Add(rule);
        }
        return rules;
    }

    public RewardRule One(SourceObject source)
    {
        RewardKind kind = source.OneOf("rule", Kinds, "required", RewardKind.Grant);
        RewardRule rule = new()
        {
            Name = source.Name("name", Names.IsForAddresses, Names.ForAddresses),
            Title = source.Text("title", "what people read"),
            Phase = source.Text("phase", "a phase of this contest"),
            Kind = kind,
            Column = source.OptionalText("column", "a column of this contest"),
            Amount = kind.Takes(RewardNumbers.Amount) ? source.Whole("amount", 1, MostPoints, "points") : 0,
            Threshold = kind.Takes(RewardNumbers.Threshold) ? source.Number("threshold", required: "the value to reach") : null,
            Scope = kind.Takes(RewardNumbers.Scope) ? source.OneOf("once", Scopes, null, RewardScope.Rule) : RewardScope.Rule,
            Delta = kind.Takes(RewardNumbers.Delta) ? source.Number("delta", 0, required: "the least gain that pays") : null,
            Rate = kind.Takes(RewardNumbers.Rate) ? source.Number("rate", 0, required: "points for each unit of gain") : null,
            Cap = kind.Takes(RewardNumbers.Cap) ? source.OptionalWhole("cap", 1, MostPoints) : null,
            Profile = kind.Takes(RewardNumbers.Profile) ? source.Text("profile", "a hardware profile") : null,
            Seconds = kind.Takes(RewardNumbers.Seconds) ? source.Number("seconds", 0, required: "CPU seconds") : null,
            Place = kind.Takes(RewardNumbers.Place) ? source.Whole("place", 1, 1_000_000, "a place, 1 for the first") : null,
            Share = kind.Takes(RewardNumbers.Share) ? source.Number("share", 0, 1, "a share between 0 and 1") : null,
            AllAboveBaseline = kind.Takes(RewardNumbers.AllAboveBaseline) && source.Flag("allAboveBaseline"),
        };
        CheckNames(source, rule);
        source.Close();
        return rule;
    }

    private void CheckNames(SourceObject source, RewardRule rule)
    {
        if (rule.Phase.Length > 0 && phases.All(phase => phase.Name != rule.Phase))
            source.Fault("phase", $"is \"{rule.Phase}\"", "one of " + string.Join(", ", phases.Select(phase => phase.Name)));
        if (!string.IsNullOrEmpty(rule.Column) && columns.All(column => column.Name != rule.Column))
            source.Fault("column", $"is \"{rule.Column}\"", "one of " + string.Join(", ", columns.Select(column => column.Name)));
        if (!string.IsNullOrEmpty(rule.Profile) && predictor?.Profiles.All(profile => profile.Name != rule.Profile) != false)
            source.Fault("profile", $"is \"{rule.Profile}\"", "a profile of `predictor.profiles`");
    }
}
