namespace Evaluator.Challenges;

/// <summary>
/// What a challenge is: the content of its folder's <c>challenge.json</c> and the texts beside it. <c>Reading.ChallengeFolder</c>
/// reads it.
/// </summary>
public sealed record Challenge
{
    /// <summary>The challenge in addresses: small letters, digits and hyphens.</summary>
    public required string Name { get; init; }

    public required string Title { get; init; }

    /// <summary>One sentence for the list of contests.</summary>
    public required string Summary { get; init; }

    /// <summary>The language that competitors are spoken to in, as BCP 47 has it: <c>en</c> or <c>nl</c>.</summary>
    public string Language { get; init; } = "en";

    public required ChallengeKind Kind { get; init; }

    public Picture? Picture { get; init; }

    public IReadOnlyList<Tag> Tags { get; init; } = [];

    public required IReadOnlyList<Column> Columns { get; init; }

    public required IReadOnlyList<Phase> Phases { get; init; }

    public IReadOnlyList<RewardRule> Rewards { get; init; } = [];

    public IReadOnlyList<Baseline> Baselines { get; init; } = [];

    public required ContestRules Rules { get; init; }

    /// <summary>The most people in a team; null for no limit.</summary>
    public int? TeamCap { get; init; }

    /// <summary>The most teams of the contest (walk-in); null for no limit.</summary>
    public int? MostTeams { get; init; }

    public SignIn SignIn { get; init; } = SignIn.Invitation;

    /// <summary>What competitors start with: a path under <c>files/</c>, or an address to fork from; where the challenge says nothing, the
    /// repository of a baseline. Null for none.</summary>
    public string? EasyStart { get; init; }

    /// <summary>Set for predictor challenges.</summary>
    public PredictorTask? Predictor { get; init; }

    /// <summary>Set for table challenges.</summary>
    public TableTask? Table { get; init; }

    /// <summary>The story, in Markdown.</summary>
    public required string Story { get; init; }
}
