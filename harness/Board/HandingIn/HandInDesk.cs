using System.Data.Common;
using Dapper;
using Evaluator.Board.Contests;
using Evaluator.Board.Folder;
using Evaluator.Board.Journals;
using Evaluator.Board.People;
using Evaluator.Board.Refusals;
using Evaluator.Board.Store;
using Evaluator.Board.Tables;
using Evaluator.Board.Texts;
using Evaluator.Challenges;
using Evaluator.Standings.Contests;
using Evaluator.Standings.Log.Bodies;
using Evaluator.Standings.Quotas;
using Evaluator.Standings.Sealing;

namespace Evaluator.Board.HandingIn;

/// <summary>Takes submissions in. What is refused here charges nothing and leaves nothing; what is accepted is on the disk before the
/// sender hears of it.</summary>
internal sealed class HandInDesk(
    Journal journal, Database database, Blobs blobs, TableDesk tables, BoardSettings settings, TimeProvider clock)
{
    public const int LongestRemark = 200;
    private const int LongestName = 120;
    private const int LongestKey = 128;

    /// <summary>A zip may hold this many times the limit of a submission, unpacked: sources are larger than what they compile to.</summary>
    private const int UnpackedFactor = 16;

    /// <summary>Why this visitor can hand in nothing here and now; null where they can. The same is asked again when all has
    /// arrived.</summary>
    public Refusal? WhyNot(Visitor visitor, RunningContest contest, string phase) =>
        MayNot(contest.Live, visitor, phase, Words.Of(contest.Challenge));

    /// <summary>What the visitor's team has used of its quotas; null where there is no team.</summary>
    public Allowance? Allowance(Visitor visitor, RunningContest contest, string phase) =>
        contest.Live.TeamOf(visitor.AccountId!) is { } team
        ? contest.Live.Ask(fold => QuotaFold.Of(fold, team.Id, phase, clock.GetUtcNow()))
        : null;

    /// <summary>The most bytes that a submission to a contest may have.</summary>
    public long Limit(RunningContest contest) =>
        Math.Min(settings.MaxUploadBytes, contest.Challenge.Predictor?.LargestBytes ?? contest.Challenge.Table?.LargestBytes
            ?? settings.MaxUploadBytes);

    /// <summary>The most bytes that a zip may hold, unpacked.</summary>
    public long UnpackedLimit(RunningContest contest) => Limit(contest) * UnpackedFactor;

    /// <summary>The formats that a contest takes, by file extension.</summary>
    public static IReadOnlyList<string> Formats(Challenge challenge) =>
        challenge.Kind == ChallengeKind.Table ? ["csv"] : [.. challenge.Predictor!.Languages, "zip"];

    public async Task<Outcome<Accepted>> Take(Visitor visitor, RunningContest contest, string phase, Upload upload, CancellationToken stop)
    {
        if (Check(contest, upload) is { } wrong)
            return wrong;
        if (WhyNot(visitor, contest, phase) is { } refusal && Earlier(visitor.AccountId, upload.Key) is null)
            return refusal;
        Words words = Words.Of(contest.Challenge);
        return await Take(contest, phase, upload, _ => visitor.AccountId, (now, _) => SenderOf(now, visitor, phase, words), stop);
    }

    /// <summary>Takes a submission of somebody who is admitted only as it is written: a newcomer, whose team comes to be with it.</summary>
    /// <param name="account">Whose idempotency keys count, asked within the transaction; null for an account that is made by the
    /// admission.</param>
    public async Task<Outcome<Accepted>> Take(
        RunningContest contest, string phase, Upload upload, Func<DbTransaction, string?> account, Admission admission,
            CancellationToken stop)
    {
        if (Check(contest, upload) is { } wrong)
            return wrong;
        string format = HandedIn.FormatOf(upload.FileName!);
        long limit = Limit(contest);
        StoredBlob? blob = await blobs.Keep(upload.Content, limit, stop);
        if (blob is null)
            return Refusal.TooLarge(Words.Of(contest.Challenge).FileTooLarge(limit));
        await using (FileStream content = blobs.Open(blob.Sha256)!)
            if (HandedIn.Fault(format, content, UnpackedLimit(contest)) is { } fault)
                return Refusal.Invalid($"{fault} {Words.Of(contest.Challenge).NothingCharged}");
        Outcome<JudgedTable>? judged = tables.Judge(contest, phase, blob);
        if (judged is { Refusal: { } bad })
            return bad;
        return Accept(account, contest.Live, phase, upload, format, blob, judged?.Value, admission);
    }

    /// <summary>Why a team cannot hand in to a phase at this moment; null where it can.</summary>
    /// <param name="team">Null for one that is not there yet.</param>
    /// <param name="words">What it is said in.</param>
    /// <param name="received">When the board heard of what is handed in; null for now.</param>
    public Refusal? WhyNot(LiveContest contest, string? team, string phase, Words words, DateTimeOffset? received = null)
    {
        DateTimeOffset now = received ?? clock.GetUtcNow();
        Phase? known = contest.Phase(phase);
        if (known is null)
            return Refusal.NotFound($"This contest has no phase \"{phase}\".");
        if (now < known.Opens)
            return Refusal.Conflict($"{known.Title} {words.Stands(known, now)}.");
        if (!known.TakesSubmissions(now))
            return Refusal.Conflict(words.Closed(known.Title, known.Closes!.Value));
        if (team is null)
            return null;
        if (contest.Ask(fold => GateCheck.Refusal(fold, team, fold.Phase(phase)!)) is { } shut)
            return Refusal.Conflict(words.NotYet(shut, $"/c/{contest.Name}/{known.Gate!.Phase}/submit"));
        now = clock.GetUtcNow();
        Allowance allowance = contest.Ask(fold => QuotaFold.Of(fold, team, phase, now));
        return allowance.MayHandIn ? null : Refusal.Quota(words.NotNow(allowance, now));
    }

    private Outcome<Accepted> Accept(
        Func<DbTransaction, string?> account, LiveContest contest, string phase, Upload upload, string format, StoredBlob blob,
        JudgedTable? table, Admission admission)
    {
        Outcome<Accepted> outcome = default;
        string id = Secret.Id('s');
        string remark = (upload.Remark ?? "").Trim();
        SealedText? sealedRemark = remark.Length > 0 ? SealedText.Fresh(remark) : null;
        journal.Append(contest.Name, (now, transaction) =>
        {
            if (Earlier(account(transaction), upload.Key, transaction) is { } earlier)
            {
                outcome = earlier.Sha256 == blob.Sha256
                    ? new Accepted(earlier.Submission, blob.Sha256, blob.Size, Again: true)
                    : Refusal.Conflict("This Idempotency-Key was sent before with another file. Take a new key for a new submission.");
                return [];
            }
            Outcome<Sender> admitted = admission(now, transaction);
            if (admitted.IsRefused)
            {
                outcome = admitted.Refusal;
                return [];
            }
            Sender sender = admitted.Value;
            Keep(transaction, new
            {
                id,
                contest = contest.Name,
                seq = now.NextSeq + sender.First.Count,
                phase,
                team = sender.Team,
                account = sender.Account,
                name = FileNameOf(upload),
                remark,
                blob.Sha256,
                blob.Size,
                format,
                received = clock.Now()
            }, upload.Key);
            upload.Origin?.Keep(transaction, id);
            outcome = new Accepted(id, blob.Sha256, blob.Size, Again: false);
            Draft received = new(sender.Account, new SubmissionAccepted
            {
                Submission = id,
                Team = sender.Team,
                Phase = phase,
                Content = Digest.Parse(blob.Sha256),
                Bytes = blob.Size,
                Format = format,
                Repository = upload.Origin?.Repository,
                Commit = upload.Origin?.Commit,
                Authors = upload.Origin?.Authors is { Count: > 0 } authors ? authors : null,
                SingleModel = upload.SingleModel,
                Remark = sealedRemark?.Seal,
            }, sealedRemark is null ? [] : [sealedRemark], sender.Account);
            IEnumerable<Draft> parents = (upload.Origin?.Parents ?? []).Select(parent =>
                new Draft(sender.Account, new ParentDeclared(id, parent, "git")));
            return [.. sender.First, received, .. parents, .. table?.Entries(id, Digest.Parse(blob.Sha256)) ?? []];
        });
        if (outcome is { IsRefused: false, Value.Again: false })
            BoardMeter.Uploads.Add(1);
        return outcome;
    }

    private Outcome<Sender> SenderOf(LiveContest contest, Visitor visitor, string phase, Words words) =>
        MayNot(contest, visitor, phase, words) is { } refusal ? refusal
            : new Sender(visitor.AccountId!, contest.TeamOf(visitor.AccountId!)!.Id, []);

    private static void Keep(DbTransaction transaction, object row, string? key)
    {
        DbConnection connection = transaction.Connection!;
        connection.Execute("""
            INSERT INTO submission (id, contest, seq, phase, team, account, file_name, remark, sha256, bytes, format, received)
            VALUES (@id, @contest, @seq, @phase, @team, @account, @name, @remark, @Sha256, @Size, @format, @received)
            """, row, transaction);
        if (key is not null)
            connection.Execute(
                "INSERT INTO upload (account, key, sha256, submission, created) SELECT account, @key, sha256, id, received FROM "
                + "submission WHERE id = @id",
                new { key, id = row.GetType().GetProperty("id")!.GetValue(row) }, transaction);
    }

    private (string Submission, string Sha256)? Earlier(string? account, string? key, DbTransaction? transaction = null)
    {
        if (account is null || key is null)
            return null;
        using DbConnection? own = transaction is null ? database.Read() : null;
        (string Submission, string Sha256) row = (transaction?.Connection ?? own!).QuerySingleOrDefault<(string, string)>(
            "SELECT submission, sha256 FROM upload WHERE account = @account AND key = @key", new { account, key }, transaction);
        return row.Submission is null ? null : row;
    }

    private static Refusal? Check(RunningContest contest, Upload upload)
    {
        string name = FileNameOf(upload);
        if (name.Length is 0 or > LongestName || name.Any(char.IsControl))
            return Refusal.Invalid(
                $"The file's name has 1 to {LongestName} characters, none of them control characters; it says what kind of file it is.");
        Words words = Words.Of(contest.Challenge);
        IReadOnlyList<string> formats = Formats(contest.Challenge);
        if (!formats.Contains(HandedIn.FormatOf(name)))
            return Refusal.Invalid(words.FileKind(name, string.Join(", ", formats.Select(format => "." + format))));
        if (upload.Remark?.Length > LongestRemark)
            return Refusal.Invalid(words.RemarkTooLong(LongestRemark, upload.Remark.Length));
        if (upload.Remark?.Any(letter => char.IsControl(letter) || char.IsSurrogate(letter) && !IsWellFormed(upload.Remark)) == true)
            return Refusal.Invalid(words.RemarkIsOneLine);
        return upload.Key is { } key && (key.Length is 0 or > LongestKey || key.Any(letter => letter is < ' ' or > '~'))
            ? Refusal.Invalid($"An Idempotency-Key has 1 to {LongestKey} printable ASCII characters.")
            : null;
    }

    private static bool IsWellFormed(string text) =>
        !System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text)).Contains('\uFFFD');

    private static string FileNameOf(Upload upload) => Path.GetFileName((upload.FileName ?? "").Replace('\\', '/')).Trim();

    private Refusal? MayNot(LiveContest contest, Visitor visitor, string phaseName, Words words)
    {
        if (!contest.HasAccepted(visitor.AccountId!))
            return Refusal.Conflict($"Accept the rules first: /c/{contest.Name}/rules.");
        return contest.TeamOf(visitor.AccountId!) is { } team
            ? WhyNot(contest, team.Id, phaseName, words)
            : Refusal.Conflict($"Make a team or join one first: /c/{contest.Name}/team. One person can be a team.");
    }
}
