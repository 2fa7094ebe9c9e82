using Evaluator.Board.Contests;
using Evaluator.Board.Folder;
using Evaluator.Board.Journals;
using Evaluator.Board.People;
using Evaluator.Board.Refusals;
using Evaluator.Board.Shell;
using Evaluator.Board.Store;
using Evaluator.Challenges;
using Evaluator.Standings.Disclosure;
using Evaluator.Standings.Log.Bodies;
using Evaluator.Standings.Sealing;

namespace Evaluator.Board.Documents;

/// <summary>
/// Takes what winners explain of their work: after publishing, until the phase's deadline, from the captain of a team that is ranked. Who
/// of the ranked teams is a winner the organisers say; a document more does no harm.
/// </summary>
internal sealed class DocumentDesk(Journal journal, DocumentRows rows, Blobs blobs, BoardSettings settings, TimeProvider clock)
{
    private const int LongestName = 120;

    private static readonly string[] Formats = ["pdf", "md", "txt", "zip"];

    public static string Accept { get; } = string.Join(",", Formats.Select(format => "." + format));

    public long Limit => settings.MaxUploadBytes;

    /// <summary>Why this visitor can hand in no document of this phase now; null where they can. The same is asked again when all has
    /// arrived.</summary>
    public Refusal? WhyNot(Visitor visitor, LiveContest contest, Phase phase)
    {
        DateTimeOffset now = clock.GetUtcNow();
        if (phase.DocumentsUntil is not { } until)
            return Refusal.NotFound($"{phase.Title} asks for no documents.");
        if (!contest.IsPublished(phase.Name))
            return Refusal.Conflict($"{phase.Title} is not published yet; documents are asked of the winners then.");
        if (now >= until)
            return Refusal.Conflict(
                $"The deadline was {Moment.Text(until)} UTC; what arrives later is not taken. Write to the organisers.");
        if (contest.TeamOf(visitor.AccountId!) is not { } team)
            return Refusal.Conflict("You are in no team of this contest.");
        if (team.Captain != visitor.AccountId)
            return Refusal.Forbidden("The captain hands the team's documents in.");
        Audience audience = Audience.Of(team.Id);
        return (contest.Table(phase.Name, audience, final: true, null) ?? contest.Table(phase.Name, audience, final: false, null))
            ?.RowOf(team.Id) is null
            ? Refusal.Conflict("Your team is not ranked in this phase, so nothing has to be explained.")
            : null;
    }

    /// <summary>Takes a document in; it is on the disk, and in the log, before the sender hears of it.</summary>
    public async Task<Outcome<Document>> Take(
        Visitor visitor, LiveContest contest, Phase phase, string? kind, string? fileName, Stream content, CancellationToken stop)
    {
        string name = Path.GetFileName((fileName ?? "").Replace('\\', '/')).Trim();
        if (Check(kind, name) is { } wrong)
            return wrong;
        if (WhyNot(visitor, contest, phase) is { } refusal)
            return refusal;
        StoredBlob? blob = await blobs.Keep(content, Limit, stop);
        if (blob is null)
            return Refusal.TooLarge($"The file is larger than {Limit:N0} bytes, the most that this board takes.");
        if (blob.Size == 0)
            return Refusal.Invalid("The file is empty.");
        Outcome<Document> outcome = default;
        journal.Append(contest.Name, (now, transaction) =>
        {
            if (WhyNot(visitor, now, now.Phase(phase.Name)!) is { } late)
            {
                outcome = late;
                return [];
            }
            Document document = new(Secret.Id('d'), contest.Name, phase.Name, now.TeamOf(visitor.AccountId!)!.Id, visitor.AccountId!, kind!,
                name, blob.Sha256, blob.Size, clock.Now());
            DocumentRows.Add(transaction, document);
            outcome = document;
            return [new Draft(visitor.AccountId!, new DocumentReceived(document.Id, document.Team, phase.Name,
                Kinds.All.First(one => one.Name == kind).Kind, Digest.Parse(blob.Sha256), blob.Size))];
        });
        return outcome;
    }

    /// <summary>The documents of the visitor's team in a phase, the newest first.</summary>
    public IReadOnlyList<Document> Own(Visitor visitor, LiveContest contest, string phase) =>
        contest.TeamOf(visitor.AccountId!) is { } team ? rows.Of(contest.Name, phase, team.Id) : [];

    /// <summary>A document as the visitor may have it: its team's members and organisers; null for all others.</summary>
    public Document? Find(Visitor visitor, ContestShelf shelf, string id) =>
        visitor.MayRead && rows.Find(id) is { } document && (visitor.IsOrganiser
            || shelf.Find(document.Contest)?.Live.TeamOf(visitor.AccountId!)?.Id == document.Team)
            ? document
            : null;

    private static Refusal? Check(string? kind, string name)
    {
        if (Kinds.All.All(one => one.Name != kind))
            return Refusal.Invalid(
                $"A document is {string.Join(" or ", Kinds.All.Select(one => $"\"{one.Name}\""))}; found \"{kind}\".");
        if (name.Length is 0 or > LongestName || name.Any(char.IsControl))
            return Refusal.Invalid($"The file's name has 1 to {LongestName} characters, none of them control characters.");
        return Formats.Contains(Path.GetExtension(name).TrimStart('.').ToLowerInvariant())
            ? null
            : Refusal.Invalid($"\"{name}\" is no file of a kind that is taken here: {Accept.Replace(",", ", ")}.");
    }
}
