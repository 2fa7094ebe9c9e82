using System.Data.Common;
using System.Text;
using System.Text.RegularExpressions;
using Dapper;
using Evaluator.Board.Folder;
using Evaluator.Board.Store;
using Evaluator.Standings.Log;

namespace Evaluator.BoardSpecs.Board;

/// <summary>
/// What a board answers, comparable with what another one answers that has the same history and clock. Named by its place is what was drawn
/// at random: a salted seal, and the hash of an entry, which seals are part of. Left out is what is drawn for each answer: a form's token
/// and key, a trace, a signature (ECDSA is random); and the port. All else stays as it is, above all every other hash.
/// </summary>
internal sealed partial class ComparableText
{
    private readonly Dictionary<string, string> names = new(StringComparer.Ordinal);

    /// <param name="folder">The board's; its log is read as it is now.</param>
    public ComparableText(string folder, string contest)
    {
        using Database database = Database.Open(BoardFolder.Open(folder));
        using DbConnection connection = database.Read();
        HashSet<string> seals = [.. connection.Query<string>("SELECT seal FROM seal")];
        foreach (string line in connection.Query<string>("SELECT line FROM entry WHERE contest = @contest ORDER BY seq", new { contest }))
        {
            foreach (Match hash in Hash().Matches(line).Where(hash => seals.Contains(hash.Value)))
                names.TryAdd(hash.Value, $"[seal {names.Count}]");
            Entry entry = EntryText.Read(Encoding.UTF8.GetBytes(line));
            names.TryAdd(entry.Hash.ToString(), $"[entry {entry.Seq}]");
        }
    }

    public string Of(string answer) =>
        Hash().Replace(DrawnForIt().Replace(answer, ""), hash => names.GetValueOrDefault(hash.Value, hash.Value));

    [GeneratedRegex("[0-9a-f]{64}")]
    private static partial Regex Hash();

    [GeneratedRegex("""
        127\.0\.0\.1:\d+|__RequestVerificationToken" type="hidden" value="[^"]+|name="key" value="[^"]+|"(traceId|signature)":"[^"]+"
        """)]
    private static partial Regex DrawnForIt();
}
