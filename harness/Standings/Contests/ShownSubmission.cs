namespace Evaluator.Standings.Contests;

/// <summary>A submission as an audience may see it.</summary>
public sealed record ShownSubmission
{
    public required string Id { get; init; }

    public required string Team { get; init; }

    public required string Phase { get; init; }

    public required DateTimeOffset At { get; init; }

    public required SubmissionState State { get; init; }

    /// <summary>A value for each column of what the audience may see; null where nothing is released.</summary>
    public IReadOnlyList<decimal?>? Values { get; init; }

    /// <summary>Under a ladder: whether it counted as better; null while that is not known, or without a ladder.</summary>
    public bool? IsImprovement { get; init; }

    /// <summary>Under a ladder: the released gain over the baseline after it, in percent.</summary>
    public decimal? Gain { get; init; }

    public bool IsWithdrawn { get; init; }

    public bool IsIgnored { get; init; }

    /// <summary>Whether it is chosen for the end; false for other audiences than the own team and organisers.</summary>
    public bool IsChosen { get; init; }
}
