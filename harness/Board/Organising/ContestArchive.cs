using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Evaluator.Board.Contests;
using Evaluator.Board.Documents;
using Evaluator.Board.Journals;
using Evaluator.Board.People;
using Evaluator.Board.Scoreboard;
using Evaluator.Board.Store;
using Evaluator.Board.Submissions;
using Evaluator.Board.Teams;

namespace Evaluator.Board.Organising;

/// <summary>
/// All that the board knows of a contest, as one zip: the log with its seals open, who the ids in it are, what was handed in. It is written
/// while it is read, file by file, so a contest may be larger than the memory. Passwords, tokens and signing keys are not in it; a backup
/// (<c>evaluator board backup</c>) is what a board is restored from.
/// </summary>
internal sealed class ContestArchive(
    Journal journal, Seals seals, AuditLog audit, Accounts accounts, TeamNames names, SubmissionRows submissions, DocumentRows documents,
    Blobs blobs)
{
    private const int HandlesAtOnce = 1000;

    private const string About = """
        log.ndjson          the log with all its seals; `evaluator board verify log.ndjson` checks it and computes the standings again
        people.json         the people of this contest: the ids in the log and their names; "erased" where somebody erased themselves
        teams.json          the teams, their names and members now; the first member is the captain
        submissions.ndjson  a line a submission: its file's name and remark, the SHA-256 of its bytes
        submissions/        their bytes, by id and format
        documents.ndjson    a line a document that winners handed in
        documents/          their bytes, by id
        audit.ndjson        what organisers did, the newest first
        MISSING.txt         only where the board's disk lacks files that belong in here: their names, and the SHA-256 of their bytes

        It holds names, exact results and everybody's files: keep it as you keep the board's folder. Times without a zone are milliseconds
        since 1970 in UTC.

        """;

    private const string Missing = """
        The board has written down that it holds these files, but their bytes are not on its disk. A backup of the board may have them, in
        blobs/ under their SHA-256.


        """;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public async Task WriteTo(Stream stream, RunningContest contest, CancellationToken stop)
    {
        await using ZipArchive zip = await ZipArchive.CreateAsync(stream, ZipArchiveMode.Create, leaveOpen: true, null, stop);
        await Put(zip, "README.txt", text => text.WriteAsync(Encoding.UTF8.GetBytes(About), stop).AsTask(), stop);
        await Put(zip, "log.ndjson", text => LogExport.Write(text, journal.Lines(contest.Name, 1), seals.All(contest.Name)), stop);
        await Put(zip, "people.json", text => JsonSerializer.SerializeAsync(text, PeopleOf(contest.Live), Json, stop), stop);
        await Put(zip, "teams.json", text => JsonSerializer.SerializeAsync(text, TeamsOf(contest.Live), Json, stop), stop);
        await Put(zip, "audit.ndjson", text => Lines(text, AuditOf(contest.Name), stop), stop);
        await Put(zip, "submissions.ndjson", text => Lines(text, submissions.Of(contest.Name), stop), stop);
        await Put(zip, "documents.ndjson", text => Lines(text, documents.Of(contest.Name), stop), stop);
        StringBuilder missing = new();
        foreach (SubmissionRow row in submissions.Of(contest.Name))
            await PutBlob(zip, $"submissions/{row.Id}.{row.Format}", row.Sha256, missing, stop);
        foreach (Document document in documents.Of(contest.Name))
            await PutBlob(zip, $"documents/{document.Id}", document.Sha256, missing, stop);
        if (missing.Length > 0)
            await Put(zip, "MISSING.txt", text => text.WriteAsync(Encoding.UTF8.GetBytes(Missing + missing), stop).AsTask(), stop);
    }

    private async Task PutBlob(ZipArchive zip, string name, string sha256, StringBuilder missing, CancellationToken stop)
    {
        await using FileStream? content = blobs.Open(sha256);
        if (content is null)
            missing.Append(name).Append("  ").Append(sha256).Append('\n');
        else
            await Put(zip, name, text => content.CopyToAsync(text, stop), stop);
    }

    private static async Task Put(ZipArchive zip, string name, Func<Stream, Task> write, CancellationToken stop)
    {
        await using Stream text = await zip.CreateEntry(name, CompressionLevel.Fastest).OpenAsync(stop);
        await write(text);
    }

    private static async Task Lines<T>(Stream text, IEnumerable<T> rows, CancellationToken stop)
    {
        foreach (T row in rows)
        {
            await JsonSerializer.SerializeAsync(text, row, Json, stop);
            await text.WriteAsync("\n"u8.ToArray(), stop);
        }
    }

    private IEnumerable<AuditEntry> AuditOf(string contest)
    {
        IReadOnlyList<AuditEntry> page;
        int number = 1;
        do
        {
            page = audit.Read(contest, number++);
            foreach (AuditEntry entry in page)
                yield return entry;
        }
        while (page.Count == AuditLog.PageSize);
    }

    /// <summary>Everybody who was in a team or handed in, by id.</summary>
    private IEnumerable<object> PeopleOf(LiveContest live)
    {
        string[] ids = live.Ask(fold => fold.Teams.SelectMany(team => team.Memberships.Select(member => member.Account))
            .Concat(fold.Submissions.Select(submission => submission.Actor)).Distinct().Order(StringComparer.Ordinal).ToArray());
        foreach (string[] some in ids.Chunk(HandlesAtOnce))
        {
            IReadOnlyDictionary<string, string> handles = accounts.Handles(some);
            foreach (string id in some)
                yield return new { id, handle = handles.GetValueOrDefault(id, "erased") };
        }
    }

    private IEnumerable<object> TeamsOf(LiveContest live)
    {
        IReadOnlyDictionary<string, string> called = names.Of(live.Name);
        return live.Teams.Select(team =>
            new { id = team.Id, name = called.GetValueOrDefault(team.Id, "erased"), members = team.Members, ignored = team.IsIgnored });
    }
}
