using Evaluator.Board.Folder;
using Evaluator.Board.People;
using Evaluator.Board.Refusals;
using Evaluator.Board.Rewards;
using Evaluator.Standings.Profiles;

namespace Evaluator.Board.Profiles;

/// <summary>Profiles for whoever asks: the person decides what is shown, and sees the page as others do.</summary>
internal sealed class ProfileDesk(
    Accounts accounts, ProfileRows rows, Histories histories, RewardHistory rewards, BoardSignature signature, BoardSettings settings,
    TimeProvider clock)
{
    public const int LongestAbout = 300;

    private const int LongestNonce = 64;

    private static readonly ProfileParts[] Signed = [ProfileParts.Places, ProfileParts.Submissions, ProfileParts.Rewards];

    /// <summary>Null where there is none to this visitor: nobody of that name, or somebody who shows nothing.</summary>
    public Profile? Find(Visitor visitor, string? handle) =>
        accounts.FindByHandle(handle ?? "") is { } account && rows.Of(account.Id) is var row
            && (row.Parts.HasFlag(ProfileParts.Page) || visitor.AccountId == account.Id)
            ? Of(account, row)
            : null;

    /// <summary>The person's reward history with what was taken back, the newest first; empty where the person does not show it.</summary>
    public IReadOnlyList<RewardLine> Rewards(Profile profile) =>
        profile.Shows(ProfileParts.Rewards) ? rewards.OfPerson(profile.Account.Id) : [];

    /// <summary>Sets what others see of oneself.</summary>
    public Refusal? Set(Visitor visitor, ProfileParts shown, string? about)
    {
        string line = (about ?? "").Trim();
        if (line.Length > LongestAbout || line.Any(letter => char.IsControl(letter) || char.IsSurrogate(letter) && !IsWellFormed(line)))
            return Refusal.Invalid($"What you say of yourself is one line of at most {LongestAbout} characters.");
        rows.Set(new ProfileRow(visitor.AccountId!, (long)(shown & ProfileParts.All), line));
        return null;
    }

    /// <summary>Has the board sign a profile; with a nonce, for the board that made it, and only for the person.</summary>
    public Outcome<SignedProfile> Sign(Visitor visitor, Profile profile, string? nonce)
    {
        if (nonce is not null && visitor.AccountId != profile.Account.Id)
            return Refusal.Forbidden("A profile is signed for another board at the person's own request alone. Sign in as that person.");
        if (nonce is { Length: 0 or > LongestNonce } || nonce?.All(letter => letter is > ' ' and <= '~') == false)
            return Refusal.Invalid($"A nonce has 1 to {LongestNonce} printable ASCII characters; the other board gives it to you.");
        return SignedProfile.Of(settings.Name, profile.Handle, nonce, clock.GetUtcNow(),
            [.. Signed.Where(profile.Shows).Select(part => part.ToString().ToLowerInvariant())], profile.Contests, signature.Key);
    }

    /// <summary>Everybody who shows a page, without what other boards say.</summary>
    public IReadOnlyList<Profile> All()
    {
        Dictionary<string, ProfileRow> shown = rows.Shown().Where(row => row.Parts.HasFlag(ProfileParts.Page))
            .ToDictionary(row => row.Account, StringComparer.Ordinal);
        IReadOnlyList<IReadOnlyDictionary<string, ProfileContest>> contests = histories.All();
        return [.. accounts.All().Where(account => shown.ContainsKey(account.Id)).Select(account => new Profile(
            account, shown[account.Id].Parts, shown[account.Id].About,
            Shown(contests.Select(people => people.GetValueOrDefault(account.Id)).OfType<ProfileContest>(), shown[account.Id].Parts), []))];
    }

    private Profile Of(Account account, ProfileRow row) => new(
        account, row.Parts, row.About, Shown(histories.Of(account.Id), row.Parts),
        row.Parts.HasFlag(ProfileParts.Elsewhere) ? rows.Elsewhere(account.Id) : []);

    private static IReadOnlyList<ProfileContest> Shown(IEnumerable<ProfileContest> contests, ProfileParts parts) =>
        [.. contests.Select(contest => contest with
        {
            Places = parts.HasFlag(ProfileParts.Places) ? contest.Places : [],
            Submissions = parts.HasFlag(ProfileParts.Submissions) ? contest.Submissions : [],
            BuiltOn = parts.HasFlag(ProfileParts.Submissions) ? contest.BuiltOn : [],
            BuiltUpon = parts.HasFlag(ProfileParts.Submissions) ? contest.BuiltUpon : [],
            Moves = parts.HasFlag(ProfileParts.Submissions) ? contest.Moves : null,
            Rewards = parts.HasFlag(ProfileParts.Rewards) ? contest.Rewards : [],
        })];

    private static bool IsWellFormed(string text) =>
        !System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text)).Contains('\uFFFD');
}
