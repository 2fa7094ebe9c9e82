using Evaluator.Board.Contests;
using Evaluator.Board.Folder;
using Evaluator.Board.HandingIn;
using Evaluator.Jobs;

namespace Evaluator.Board.Repositories;

/// <summary>Writes down for workers what is to be fetched, from where, and within which limits: the same for everything that is.</summary>
internal sealed class FetchOrders(BoardFolder folder, BoardSettings settings, HandInDesk desk)
{
    private const double HeartbeatSeconds = 3;

    public const long LeaseMilliseconds = 15_000;

    /// <summary>So many workers may take something to fetch and not come back, or fail for a reason of theirs.</summary>
    public const int MostLosses = 3;

    private const int LongestWhy = 600;

    private const int LengthOfShortId = 7;

    public static string NobodyCameBack => $"{MostLosses} workers began to fetch it and did not come back. Have it tried again later.";

    public const string HostNotAllowed = "This board fetches nothing from that host.";

    /// <param name="id">Of what is fetched: a delivery or a baseline.</param>
    /// <param name="wanted">The commit, a tag on it, or <c>refs/tags/NAME</c>.</param>
    /// <param name="previous">The commit that it is compared with; null for none.</param>
    public FetchOrder Of(
        string id, string key, string url, string wanted, string path, string? previous, GitHost host, RunningContest contest) => new()
        {
            Delivery = id,
            Key = key,
            HeartbeatSeconds = HeartbeatSeconds,
            Address = url,
            Commit = wanted,
            Previous = previous,
            Path = path,
            Control = Repository.ControlFile,
            Name = $"{Repository.NameOf(url)}-{Short(wanted)}.zip",
            MayBePrivate = host.MayBePrivate,
            Certificates = host.Certificates is { } file ? File.ReadAllText(Path.Combine(folder.Root, file)) : null,
            Seconds = settings.GitSeconds,
            Mebibytes = settings.GitMebibytes,
            MostBytes = desk.UnpackedLimit(contest),
        };

    /// <summary>A worker's reason after which nobody tries again.</summary>
    public static string Why(FetchRefusal refusal) => Cut(refusal.IsOurs
        ? $"A fault of ours, {MostLosses} times: {refusal.Why} Have it tried again later."
        : refusal.Why);

    public static string Cut(string why) => why.Length > LongestWhy ? why[..LongestWhy] + "…" : why;

    private static string Short(string wanted) => Push.IsId(wanted) ? wanted[..LengthOfShortId] : wanted[(wanted.LastIndexOf('/') + 1)..];
}
