using System.Text.RegularExpressions;
using Evaluator.Board.Folder;
using Evaluator.Board.Journals;
using Evaluator.Board.People;
using Evaluator.Board.Refusals;
using Evaluator.Board.Store;

namespace Evaluator.Board.Repositories;

/// <summary>Registers repositories of allowed hosts, gives their secrets new ones, removes them: what any member of a team does.</summary>
internal sealed partial class RepositoryDesk(
    RepositoryRows rows, RepositorySecrets secrets, BoardSettings settings, TimeProvider clock)
{
    private const int MostOfTeam = 20, LongestUrl = 300;

    /// <summary>How long the secret before the newest one is still good: time to change it at the host.</summary>
    private static readonly TimeSpan PreviousLives = TimeSpan.FromDays(7);

    public IReadOnlyList<GitHost> Hosts => settings.GitHosts;

    /// <summary>The host of a repository, as the operator allows it; null where it is not, or no longer.</summary>
    public GitHost? HostOf(Uri url) => settings.GitHosts.FirstOrDefault(host =>
        string.Equals(host.Host, url.IsDefaultPort ? url.IdnHost : $"{url.IdnHost}:{url.Port}", StringComparison.OrdinalIgnoreCase));

    public Outcome<Registered> Register(Visitor visitor, LiveContest contest, NewRepository wanted)
    {
        if (contest.TeamOf(visitor.AccountId!) is not { } team)
            return Refusal.Conflict($"Make a team or join one first: /c/{contest.Name}/team.");
        if (UrlOf(wanted.Url, out Refusal? wrong) is not { } url)
            return wrong!;
        string path = (wanted.Path ?? "").Trim().Trim('/'), phase = wanted.Phase ?? "", branch = (wanted.Branch ?? "").Trim();
        if (path.Length > 0 && (!PlainPath().IsMatch(path) || path.Split('/').Any(step => step is "" or "." or "..")))
            return Refusal.Invalid("The path names a file or folder of the repository, as src/predictor, with forward slashes.");
        if (phase.Length > 0 && contest.Phase(phase) is null)
            return Refusal.NotFound($"This contest has no phase \"{phase}\".");
        if (branch.Length > 0 && !BranchName().IsMatch(branch))
            return Refusal.Invalid("A branch has letters, digits and . _ - / in its name.");
        if (rows.Of(contest.Name, team.Id).Count >= MostOfTeam)
            return Refusal.Conflict($"A team registers at most {MostOfTeam} repositories; remove one first.");
        (string secret, string kept) = secrets.Make();
        Repository made = new(
            Secret.Id('r'), contest.Name, team.Id, visitor.AccountId!, HostOf(url)!.Provider, url.AbsoluteUri.TrimEnd('/'), path, phase,
            branch, "evaluator-board " + Secret.Id('c'), kept, null, null, clock.Now(), null, 0, null);
        return rows.Add(made) ? new Registered(made, secret) : Refusal.Conflict("Your team has registered this repository already.");
    }

    public Outcome<Registered> Rotate(Visitor visitor, LiveContest contest, string id)
    {
        if (Find(visitor, contest, id) is not { } known)
            return NotThere;
        (string secret, string kept) = secrets.Make();
        rows.Rotate(id, kept, clock.Now() + (long)PreviousLives.TotalMilliseconds);
        return new Registered(rows.Find(id) ?? known, secret);
    }

    public Refusal? EndPrevious(Visitor visitor, LiveContest contest, string id)
    {
        if (Find(visitor, contest, id) is null)
            return NotThere;
        rows.EndPrevious(id);
        return null;
    }

    public Refusal? Remove(Visitor visitor, LiveContest contest, string id)
    {
        if (Find(visitor, contest, id) is null)
            return NotThere;
        rows.Remove(id, clock.Now());
        return null;
    }

    /// <summary>The repositories of the visitor's team.</summary>
    public IReadOnlyList<Repository> Own(Visitor visitor, LiveContest contest) =>
        contest.TeamOf(visitor.AccountId!) is { } team ? rows.Of(contest.Name, team.Id) : [];

    /// <summary>Whether the secret before the newest is good yet.</summary>
    public bool HasPrevious(Repository repository) => repository.PreviousSecret is not null && repository.PreviousUntil > clock.Now();

    private static Refusal NotThere => Refusal.NotFound("Your team has no such repository.");

    private Repository? Find(Visitor visitor, LiveContest contest, string id) =>
        Own(visitor, contest).FirstOrDefault(repository => repository.Id == id);

    private Uri? UrlOf(string? text, out Refusal? wrong)
    {
        wrong = null;
        if (text is null or { Length: > LongestUrl } || !Uri.TryCreate(text.Trim(), UriKind.Absolute, out Uri? url)
            || url.Scheme != Uri.UriSchemeHttps || url.UserInfo.Length > 0 || url.Query.Length > 0 || url.Fragment.Length > 0
            || url.AbsolutePath.Length < 2)
            wrong = Refusal.Invalid(
                $"The address of a repository is https, as https://host/owner/name.git, of at most {LongestUrl} characters, without a "
                + "password in it.");
        else if (HostOf(url) is null)
            wrong = Refusal.Forbidden(
                $"This board fetches nothing from {url.Authority}. It does from "
                + $"{string.Join(", ", Hosts.Select(host => host.Host))}; the operator can allow more.");
        else
            return url;
        return null;
    }

    [GeneratedRegex(@"^[\p{L}\p{N} ._+@/-]{1,200}\z")]
    private static partial Regex PlainPath();

    [GeneratedRegex(@"^[A-Za-z0-9_][A-Za-z0-9._/-]{0,99}\z")]
    private static partial Regex BranchName();
}
