namespace Evaluator.Challenges;

/// <summary>A phase of a contest. All times are UTC.</summary>
public sealed record Phase
{
    /// <summary>The phase in addresses: small letters, digits and hyphens.</summary>
    public required string Name { get; init; }

    public required string Title { get; init; }

    /// <summary>What this phase is about or teaches, in Markdown.</summary>
    public string? Text { get; init; }

    public required DateTimeOffset Opens { get; init; }

    /// <summary>From then on, news is hidden until publishing, except from organisers and the own team.</summary>
    public DateTimeOffset? Freezes { get; init; }

    /// <summary>The last byte has to arrive before then; null for a phase without end.</summary>
    public DateTimeOffset? Closes { get; init; }

    /// <summary>When the organisers mean to publish; publishing itself is an entry.</summary>
    public DateTimeOffset? Publishes { get; init; }

    /// <summary>The case set or set of answers that a submission is evaluated on.</summary>
    public required string Set { get; init; }

    /// <summary>
    /// The set that decides in the end: evaluated for chosen submissions, after the close. Null where <see cref="Set"/> decides.
    /// </summary>
    public string? FinalSet { get; init; }

    /// <summary>Whether everybody may see everything of the set's cases: examples.</summary>
    public bool IsOpen { get; init; }

    public Quotas Quotas { get; init; } = Quotas.None;

    public Release Release { get; init; } = Release.Raw;

    /// <summary>How coarse the ladder is; null unless the release is one.</summary>
    public LadderSettings? Ladder { get; init; }

    public required Ranking Ranking { get; init; }

    public Gate? Gate { get; init; }

    public ModelAccess Models { get; init; } = ModelAccess.Never;

    /// <summary>When models open, where <see cref="Models"/> is <see cref="ModelAccess.FromDate"/>.</summary>
    public DateTimeOffset? ModelsFrom { get; init; }

    /// <summary>Winners hand in their documents (derivation of parameters, licences) until then; null where none are asked for.</summary>
    public DateTimeOffset? DocumentsUntil { get; init; }
}
