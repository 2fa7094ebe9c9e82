namespace Evaluator.Standings.Contests;

/// <summary>A team and who has been in it.</summary>
public sealed class Team
{
    private readonly List<Membership> memberships = [];
    private readonly History<bool> ignored = new();

    internal Team(string id, string captain, long seq)
    {
        (Id, Captain, Seq) = (id, captain, seq);
        Join(captain, seq);
    }

    public string Id { get; }

    /// <summary>The account that made it.</summary>
    public string Captain { get; }

    public long Seq { get; }

    /// <summary>Taken out of the standings by an organiser.</summary>
    public bool IsIgnored => IsIgnoredBefore(long.MaxValue);

    public IReadOnlyList<Membership> Memberships => memberships;

    public IReadOnlyList<string> Members => MembersAt(long.MaxValue);

    /// <summary>Who was in it when the entry was written, in ordinal order.</summary>
    public IReadOnlyList<string> MembersAt(long seq) =>
        [.. memberships.Where(membership => membership.From <= seq && (seq < membership.Until || membership.Until == long.MaxValue))
            .Select(membership => membership.Account).Order(StringComparer.Ordinal)];

    internal bool IsIgnoredBefore(long seq) => ignored.At(seq - 1, false);

    internal void Ignore(bool holds, long seq) => ignored.Set(seq, holds);

    internal void Join(string account, long seq)
    {
        if (!memberships.Exists(membership => membership.Account == account && membership.Until == long.MaxValue))
            memberships.Add(new Membership(account, seq, long.MaxValue));
    }

    internal void Leave(string account, long seq)
    {
        int index = memberships.FindIndex(membership => membership.Account == account && membership.Until == long.MaxValue);
        if (index >= 0)
            memberships[index] = memberships[index] with { Until = seq };
    }
}
