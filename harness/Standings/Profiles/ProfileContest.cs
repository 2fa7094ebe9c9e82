namespace Evaluator.Standings.Profiles;

/// <summary>What a person did in one contest, as everybody may see it.</summary>
/// <param name="Contest">The contest's name in addresses.</param>
/// <param name="BuiltOn">What the person's teams say that their work is based on: work of others.</param>
/// <param name="BuiltUpon">Work of others that is based on theirs.</param>
/// <param name="Moves">What the person's own commits moved; null where there is nothing.</param>
public sealed record ProfileContest(
    string Contest, string Title, IReadOnlyList<string> Tags, IReadOnlyList<ProfilePlace> Places,
    IReadOnlyList<ProfileSubmission> Submissions, IReadOnlyList<ProfileReward> Rewards, IReadOnlyList<ProfileLink> BuiltOn,
    IReadOnlyList<ProfileLink> BuiltUpon, IReadOnlyList<ProfileMove>? Moves = null);
