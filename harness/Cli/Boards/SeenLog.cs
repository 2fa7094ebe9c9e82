using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Evaluator.Standings.Log;
using Evaluator.Standings.Receipts;
using Evaluator.Standings.Sealing;
using Evaluator.Standings.Verification;

namespace Evaluator.Cli.Boards;

/// <summary>
/// What this user has seen of a contest's log on a board: its key, the newest head, and receipts. A later log has to go on from there.
/// </summary>
/// <remarks>
/// Kept in <c>boards/BOARD/</c> of <see cref="UserState"/>: <c>board.pem</c>, and for each contest <c>head.json</c> and a file a receipt,
/// all of them as `evaluator board verify` and `evaluator board receipt` take them. The key is believed when it is first seen, and no other
/// one after that. What is kept was looked at then; what is new is asked for from the oldest word on that is not yet covered by the head.
/// </remarks>
internal sealed class SeenLog
{
    private const string KeyFile = "board.pem", HeadFile = "head.json", ReceiptEnding = ".receipt.json";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly BoardClient board;
    private readonly string contest, folder, keyFile;

    public SeenLog(BoardClient board, string contest)
    {
        (this.board, this.contest) = (board, contest);
        string home = Path.Combine(Boards, UserState.FileNameOf((board.Address.Authority + board.Address.AbsolutePath).TrimEnd('/')));
        (folder, keyFile) = (Path.Combine(home, UserState.FileNameOf(contest)), Path.Combine(home, KeyFile));
    }

    private static string Boards => Path.Combine(UserState.Folder, "boards");

    /// <summary>A key that was seen on some board; null where none has this id.</summary>
    public static PublicKey? KeyOf(Digest id) => Directory.Exists(Boards)
        ? Directory.EnumerateDirectories(Boards).Select(home => KeyIn(Path.Combine(home, KeyFile))).FirstOrDefault(key => key?.Id == id)
        : null;

    /// <summary>Keeps the receipt of a submission, and says where; or what is wrong with it.</summary>
    /// <param name="text">As the board gave it.</param>
    /// <param name="content">The SHA-256 of what was handed in; null where it is not at hand.</param>
    public void Keep(string text, string? content) => Try("the receipt is not kept", () =>
    {
        Receipt receipt = Receipt.Parse(text);
        if (Key(receipt.Key) is not { } key)
            return;
        if (receipt.Difference(key, content is null ? null : Digest.Parse(content)) is { } wrong)
            Warn($"the receipt that it gave can't be relied on: {wrong}");
        string file = Path.Combine(folder, UserState.FileNameOf(receipt.Submission) + ReceiptEnding);
        UserState.Write(file, receipt.ToText() + "\n");
        Console.Error.WriteLine($"receipt: {file}");
    });

    /// <summary>Asks for the receipt of a submission, and keeps it.</summary>
    public void Keep(string submission) => Try("the receipt is not kept", () =>
        Keep(board.Text($"api/v1/submissions/{Uri.EscapeDataString(submission)}/receipt", Patience), null));

    /// <summary>Asks for the head, and whether the log goes on from what was seen of it.</summary>
    /// <returns>False where it does not; that was said.</returns>
    public bool Follow()
    {
        bool goesOn = true;
        Try("what the board's log has become is not looked at", () =>
        {
            SignedHead? seen = SeenHead();
            SignedHead now = SignedHead.Parse(board.Text($"api/v1/c/{Uri.EscapeDataString(contest)}/head", Patience));
            string? wrong = Key(now.Key) is not { } key ? "it signs with another key"
                : !now.IsSignedBy(key) ? "the head that it gives is not signed by its key"
                : now.Contest != contest ? $"the head that it gives is of {now.Contest}"
                : Difference(seen, now);
            if (wrong is not null)
            {
                goesOn = false;
                Warn($"its log does not go on from what you have seen of it: {wrong}");
            }
            else if (SeenHead() is not { } newest || newest.Seq < now.Seq)
            {
                UserState.Write(Path.Combine(folder, HeadFile), now.ToText() + "\n");
            }
        });
        return goesOn;
    }

    /// <summary>What was seen and is not in the log that this head ends; null where all is.</summary>
    private string? Difference(SignedHead? seen, SignedHead now)
    {
        if (now.Seq < seen?.Seq)
            return $"it ends with entry {now.Seq}, and you have seen entry {seen.Seq}. Publishing was taken back, or entries were cut off";
        List<HeldWord> words = [.. Receipts().Where(receipt => !(receipt.Seq <= seen?.Seq)).Select(HeldWord.Of)];
        if (seen is not null)
            words.Add(HeldWord.Of(seen));
        if (words.Min(word => word.Seq) is not { } from)
            return null;
        List<Entry> entries = [];
        string? broken = null;
        board.Download($"api/v1/c/{Uri.EscapeDataString(contest)}/log?from={from}",
            log => broken = Read(log, now.Seq, entries), Patience);
        return broken
            ?? words.Select(word => word.Against(entries, null)).FirstOrDefault(check => check.Verdict == CheckVerdict.DoesNotHold)?.What
            ?? (entries[^1].Hash == now.Head ? null : $"entry {now.Seq} is another one in its log than in its head");
    }

    /// <returns>What is wrong with the lines as a piece of a chain; null where nothing is.</returns>
    private static string? Read(Stream log, long to, List<Entry> entries)
    {
        entries.Clear();
        using StreamReader lines = new(log, Encoding.UTF8);
        while ((entries.Count == 0 || entries[^1].Seq < to) && lines.ReadLine() is { } line)
        {
            Entry entry = EntryText.Read(Encoding.UTF8.GetBytes(line), out Digest content);
            string? wrong = entries.Count > 0 ? Chain.Check(entries[^1], entry, content)?.ToString()
                : entry.Hash == content ? null : $"entry {entry.Seq} has the hash {entry.Hash}; its content has {content}";
            if (wrong is not null)
                return wrong;
            entries.Add(entry);
        }
        return entries.Count == 0 || entries[^1].Seq < to ? $"the log that it gives out ends before its head, entry {to}" : null;
    }

    /// <summary>The board's key; null where it is another one than before, which was said.</summary>
    private PublicKey? Key(Digest wanted)
    {
        if (KeyIn(keyFile) is { } known && known.Id == wanted)
            return known;
        PublicKey now = PublicKey.FromPem(board.Get("api/v1/key", BoardJson.Default.KeyOnBoard, Patience)!.Pem);
        if (KeyIn(keyFile) is { } before && before.Id != now.Id)
        {
            Warn($"it signs with the key {now.Id}, and used to with {before.Id}. Either it is a new board at an old address "
                + $"(then remove {Path.GetDirectoryName(keyFile)}), or it is not the board that you know");
            return null;
        }
        UserState.Write(keyFile, now.ToPem() + "\n");
        return now;
    }

    private static PublicKey? KeyIn(string file) => File.Exists(file) ? PublicKey.FromPem(File.ReadAllText(file)) : null;

    private SignedHead? SeenHead() =>
        Path.Combine(folder, HeadFile) is var file && File.Exists(file) ? SignedHead.Parse(File.ReadAllText(file)) : null;

    private IEnumerable<Receipt> Receipts() => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, "*" + ReceiptEnding).Select(file => Receipt.Parse(File.ReadAllText(file)))
        : [];

    private void Warn(string what) => Console.Error.WriteLine($"""

        WARNING: do not rely on {board.Address} for {contest}.
          {what.ReplaceLineEndings(" ")}.
          What you have seen is kept in {folder}; show it to the organisers and to other teams.

        """);

    /// <summary>What is kept is beside what was asked for: where that fails it is said, and no more.</summary>
    private static void Try(string otherwise, Action act)
    {
        try
        {
            act();
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or HttpRequestException or BoardRefusalException
            or LogFormatException or CryptographicException or FormatException or JsonException)
        {
            Console.Error.WriteLine($"{otherwise}: {wrong.Message}");
        }
    }
}
