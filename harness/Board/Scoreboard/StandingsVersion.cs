using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Evaluator.Standings.Tables;

namespace Evaluator.Board.Scoreboard;

/// <summary>
/// A name for what a table shows: equal tables have equal names, after a restart too. A stream's ids are these and not the log's numbers,
/// which would tell
/// under a freeze how much happens behind it.
/// </summary>
internal static class StandingsVersion
{
    private static readonly ConditionalWeakTable<StandingsTable, string> Known = [];

    public static string Of(StandingsTable table) => Known.GetValue(table, Computed);

    private static string Computed(StandingsTable table)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, $"{table.Phase.Name} {table.IsFinal} {table.IsFrozen} {table.LadderRefusal}");
        foreach (StandingRow row in table.Baselines.Concat(table.All()))
            Add(hash, $"{row.Team} {row.Rank} {row.Submission} {row.Entries} {row.Gain} {string.Join(' ', row.Values)}");
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }

    private static void Add(IncrementalHash hash, string text) => hash.AppendData(Encoding.UTF8.GetBytes(text + "\n"));
}
