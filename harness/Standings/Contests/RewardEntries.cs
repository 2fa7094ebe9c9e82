using Evaluator.Standings.Log;
using Evaluator.Standings.Log.Bodies;

namespace Evaluator.Standings.Contests;

/// <summary>What the log says about rewards: the versions of each rule, and the ledger.</summary>
public sealed class RewardEntries
{
    private readonly List<RuleVersion> versions = [];
    private readonly List<LedgerEntry> ledger = [];
    private readonly Dictionary<long, int> places = [];

    /// <summary>All versions of all rules, in the order of their entries.</summary>
    public IReadOnlyList<RuleVersion> Versions => versions;

    /// <summary>Awards and grants, with what was reversed, in the order of their entries.</summary>
    public IReadOnlyList<LedgerEntry> Ledger => ledger;

    /// <summary>The rules as they are now, in the order in which they were first set; ended ones among them.</summary>
    public IReadOnlyList<RuleVersion> Rules =>
        [.. versions.GroupBy(version => version.Rule.Name, StringComparer.Ordinal).Select(rule => rule.Last())];

    /// <summary>What a rule was called when it paid.</summary>
    public string TitleOf(Award award) => VersionOf(award)?.Rule.Title ?? award.Rule;

    /// <summary>The version by which it paid; null where the log names one that is not there.</summary>
    public RuleVersion? VersionOf(Award award) =>
        versions.Find(version => version.Seq == award.RuleVersion && version.Rule.Name == award.Rule);

    internal void Apply(Entry entry)
    {
        switch (entry.Body)
        {
            case RuleSet set:
                versions.Add(new RuleVersion(set.Rule, set.Ended, entry.Seq));
                break;
            case Award or Grant:
                places[entry.Seq] = ledger.Count;
                ledger.Add(new LedgerEntry(entry.Seq, entry.At, entry.Actor, entry.Body as Award, entry.Body as Grant, null, null));
                break;
            case Reversal reversal when places.TryGetValue(reversal.Of, out int place):
                ledger[place] = ledger[place] with { ReversedBy = entry.Seq, ReversedAt = entry.At };
                break;
        }
    }
}
