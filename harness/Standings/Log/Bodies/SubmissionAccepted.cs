using Evaluator.Standings.Sealing;

namespace Evaluator.Standings.Log.Bodies;

/// <summary>The board has received the last byte of a submission, in time and within the quotas.</summary>
public sealed record SubmissionAccepted : EntryBody
{
    public required string Submission { get; init; }

    public required string Team { get; init; }

    public required string Phase { get; init; }

    /// <summary>What was handed in.</summary>
    public required Digest Content { get; init; }

    public required long Bytes { get; init; }

    /// <summary><c>cs</c>, <c>dll</c>, <c>csv</c> and so on.</summary>
    public required string Format { get; init; }

    /// <summary>Where it came by git: the repository's id and the commit.</summary>
    public string? Repository { get; init; }

    public string? Commit { get; init; }

    /// <summary>Accounts of the commit's authors, where they are known as members.</summary>
    public IReadOnlyList<string>? Authors { get; init; }

    /// <summary>The team declares that it is one single model.</summary>
    public bool? SingleModel { get; init; }

    /// <summary>The seal of the remark that the team wrote with it.</summary>
    public Digest? Remark { get; init; }
}
