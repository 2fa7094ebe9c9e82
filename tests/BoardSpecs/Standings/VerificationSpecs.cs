using System.Text;
using Evaluator.Specs;
using Evaluator.Standings.Contests;
using Evaluator.Standings.Log;
using Evaluator.Standings.Log.Bodies;
using Evaluator.Standings.Receipts;
using Evaluator.Standings.Sealing;
using Evaluator.Standings.Verification;

namespace Evaluator.BoardSpecs.Standings;

/// <summary>An export against which everything is tried that somebody could want to hide.</summary>
public class VerificationSpecs
{
    private static readonly byte[] Answers = "BG_ID\tevents\n250250201003\t7\n"u8.ToArray();

    private static readonly RewardStory Story = new();

    private static readonly (IReadOnlyList<Entry> Log, BoardKey Key, IReadOnlyList<SealedText> Seals) Exported = Export();

    [Fact]
    public async Task A_sound_export_holds_in_everything()
    {
        VerifiedLog verified = await Verified(Text(Exported.Log, Exported.Seals), held: [Last()]);
        Assert.Equal(
            ["lines", "chain", "seals", "standings", "ledger", "head", "answers"], verified.Checks.Select(check => check.Name));
        ForEvery.In(verified.Checks, check => Assert.True(check.Verdict == CheckVerdict.Holds, $"{check.Name}: {check.What}"));
        Assert.Equal(137, Evaluator.Standings.Rewards.RewardFold.PointsByTeam(verified.Contest)["t1"]);
    }

    [Fact]
    public async Task A_changed_byte_is_found()
    {
        string text = Text(Exported.Log, Exported.Seals);
        int place = text.IndexOf("\"rate\":\"1\"", StringComparison.Ordinal) + 8;
        await Finds("chain", text[..place] + "2" + text[(place + 1)..], "entry 9 has the hash");
    }

    [Fact]
    public async Task A_result_that_was_swapped_is_found()
    {
        // Two seals exchanged in the log, and the log's hashes made to fit from there on: whoever does that needs a new head, and receipts
        // show it.
        List<Entry> forged = [];
        EvaluationRecorded[] results = [.. Exported.Log.Select(entry => entry.Body).OfType<EvaluationRecorded>()];
        (Digest? one, Digest? other) = (results[0].Values, results[1].Values);
        foreach (Entry entry in Exported.Log)
        {
            EntryBody body = entry.Body is EvaluationRecorded recorded && (recorded == results[0] || recorded == results[1])
                ? recorded with { Values = recorded.Values == one ? other : one }
                : entry.Body;
            forged.Add(Chain.Next(forged.LastOrDefault(), entry.At, entry.Contest, entry.Actor, body));
        }
        VerifiedLog verified = await Verified(Text(forged, Exported.Seals), held: [Last()]);
        Assert.Equal(["ledger", "head"],
            verified.Checks.Where(check => check.Verdict == CheckVerdict.DoesNotHold).Select(check => check.Name));
        Assert.Contains("the receipt of q4 has", Wrong(verified, "head"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_result_behind_a_seal_that_was_changed_is_found()
    {
        string text = Text(Exported.Log, Exported.Seals)
            .Replace("\\\"score\\\":\\\"125\\\"", "\\\"score\\\":\\\"126\\\"", StringComparison.Ordinal);
        await Finds("lines", text, "opens the seal");
    }

    [Fact]
    public async Task A_seal_of_a_published_phase_that_is_kept_closed_is_found()
    {
        SealedText[] open = [.. Exported.Seals.Where(seal => !seal.Text.Contains("\"120\"", StringComparison.Ordinal))];
        await Finds("seals", Text(Exported.Log, open), "2 results of published phases are not opened");
    }

    [Fact]
    public async Task An_entry_left_out_at_the_end_is_found_by_a_receipt()
    {
        int last = Exported.Log.ToList().FindLastIndex(entry => entry.Body is SubmissionAccepted);
        IReadOnlyList<Entry> cut = [.. Exported.Log.Take(last)];
        VerifiedLog verified = await Verified(Text(cut, Exported.Seals), held: [HeldWord.Of(Receipt.Of(Exported.Log[last], Exported.Key))]);
        Assert.Equal($"the receipt of {((SubmissionAccepted)Exported.Log[last].Body).Submission} names entry {last + 1}; the log ends "
            + $"with entry {last}: entry {last + 1} is missing", Wrong(verified, "head"));
        Assert.NotEmpty((await Verified(Text(cut, Exported.Seals), held: [])).Checks.Where(
            check => check is { Name: "head", Verdict: CheckVerdict.CantBeChecked }));
    }

    [Fact]
    public async Task A_changed_answer_is_found()
    {
        VerifiedLog verified = await Verified(Text(Exported.Log, Exported.Seals), held: [Last()], answers: [.. Answers, 0x20]);
        Assert.Equal("cases: answers.tsv: mine is not the answer that was promised", Wrong(verified, "answers"));
    }

    [Fact]
    public async Task An_award_that_nobody_owes_is_found()
    {
        List<Entry> log = [.. Exported.Log];
        log.Add(Chain.Next(log[^1], log[^1].At, "reward", "board", new Award("friend/once", "friend", 1, "one", "t1", null, 500, ["a1"])));
        await Finds("ledger", Text(log, Exported.Seals), $"the award of entry {log.Count} is not due, and was not reversed");
    }

    [Fact]
    public async Task Nonsense_is_named_and_never_crashes()
    {
        foreach (string nonsense in (string[])["", "\n", "{}\n", "[1]\n", "null\n", "{\"salt\":1}\n", "no line feed",
            new string('[', 5000) + "\n", "{\"actor\":\"\\ud800\"}\n"])
        {
            VerifiedLog verified = await Verified(nonsense, held: []);
            Assert.False(verified.Holds, nonsense);
        }
    }

    [Fact]
    public void A_receipt_that_was_edited_or_is_of_another_board_or_file_is_none()
    {
        Receipt receipt = Receipt.Of(Exported.Log.First(entry => entry.Body is SubmissionAccepted), Exported.Key);
        Assert.Null(Receipt.Parse(receipt.ToText()).Difference(Exported.Key.Public, Digest.Of("s1")));
        Assert.Contains("was edited", (receipt with { Seq = 99 }).Difference(Exported.Key.Public, null), StringComparison.Ordinal);
        Assert.Contains("this file has", receipt.Difference(Exported.Key.Public, Digest.Of("another")), StringComparison.Ordinal);
        using BoardKey stranger = BoardKey.Fresh();
        Assert.Contains("was signed with the key", receipt.Difference(stranger.Public, null), StringComparison.Ordinal);
        using BoardKey again = BoardKey.FromPem(Exported.Key.ToPem());
        Assert.Equal(PublicKey.FromPem(Exported.Key.Public.ToPem()).Id, again.Public.Id);
        SignedHead head = SignedHead.Of(Exported.Log[^1], again);
        Assert.True(SignedHead.Parse(head.ToText()).IsSignedBy(Exported.Key.Public));
        Assert.False((head with { Seq = head.Seq - 1 }).IsSignedBy(Exported.Key.Public));
    }

    private static (IReadOnlyList<Entry> Log, BoardKey Key, IReadOnlyList<SealedText> Seals) Export()
    {
        PromisedSet promised = AnswerPromises.Of([("cases", [("answers.tsv", Digest.Of(Answers))])], AnswerPromises.None).Sets[0];
        var story = Story.Told.ToList();
        story.Insert(1, (new AnswersCommitted("cases", promised.Commitments, null), "organiser", Samples.Start));
        foreach (string phase in (string[])["one", "two"])
            story.Add((new Published(phase, true), "organiser", story[^1].At));
        story.Add((new AnswersRevealed("cases", [.. promised.Answers.Select(answer => answer.Opened)]), "organiser", story[^1].At));
        return (RewardStory.Written(story, Story.Open, chained: true).Log, BoardKey.Fresh(), [.. Story.Seals]);
    }

    private static HeldWord Last() =>
        HeldWord.Of(Receipt.Of(Exported.Log.Last(entry => entry.Body is SubmissionAccepted { Submission: "q4" }), Exported.Key));

    private static string Text(IReadOnlyList<Entry> log, IReadOnlyList<SealedText> seals)
    {
        using MemoryStream file = new();
        LogFile.Write(file, log, seals);
        return Encoding.UTF8.GetString(file.ToArray());
    }

    private static async Task Finds(string check, string text, string what)
    {
        VerifiedLog verified = await Verified(text, held: []);
        Assert.False(verified.Holds);
        Assert.Contains(what, Wrong(verified, check), StringComparison.Ordinal);
    }

    private static string Wrong(VerifiedLog verified, string name) =>
        verified.Checks.FirstOrDefault(check => check.Name == name && check.Verdict == CheckVerdict.DoesNotHold)?.What
        ?? $"nothing wrong with {name}";

    private static Task<VerifiedLog> Verified(string text, IReadOnlyList<HeldWord> held, byte[]? answers = null) => LogVerification.OfAsync(
        new MemoryStream(Encoding.UTF8.GetBytes(text)), held, Exported.Key.Public,
            (_, _) => new HeldAnswer(Digest.Of(answers ?? Answers), "mine"),
            TestContext.Current.CancellationToken);
}
