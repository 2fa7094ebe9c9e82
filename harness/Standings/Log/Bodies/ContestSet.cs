using Evaluator.Challenges;
using Evaluator.Standings.Sealing;

namespace Evaluator.Standings.Log.Bodies;

/// <summary>
/// The contest as a whole, from now on. What folds need of a challenge; story, pictures and files are known by the folder's hash.
/// </summary>
public sealed record ContestSet : EntryBody
{
    public required string Title { get; init; }

    public required ChallengeKind Kind { get; init; }

    public required IReadOnlyList<Column> Columns { get; init; }

    public required IReadOnlyList<Tag> Tags { get; init; }

    public int? TeamCap { get; init; }

    public int? MostTeams { get; init; }

    public required SignIn SignIn { get; init; }

    /// <summary>The version of the rules that a person has to accept.</summary>
    public required int RulesVersion { get; init; }

    /// <summary>The SHA-256 of the rules' text.</summary>
    public required Digest Rules { get; init; }

    /// <summary>The SHA-256 of the challenge's definition as the board holds it.</summary>
    public required Digest Definition { get; init; }

    public static ContestSet Of(Challenge challenge, Digest definition) => new()
    {
        Title = challenge.Title,
        Kind = challenge.Kind,
        Columns = challenge.Columns,
        Tags = challenge.Tags,
        TeamCap = challenge.TeamCap,
        MostTeams = challenge.MostTeams,
        SignIn = challenge.SignIn,
        RulesVersion = challenge.Rules.Version,
        Rules = Digest.Of(challenge.Rules.Text),
        Definition = definition,
    };
}
