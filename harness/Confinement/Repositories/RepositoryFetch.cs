using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Evaluator.Confinement.Disk;
using Evaluator.Confinement.Sandbox;
using Evaluator.Confinement.Workers;

namespace Evaluator.Confinement.Repositories;

/// <summary>
/// Theory of operation. git is a trusted program that reads what a stranger's server sends, which makes it an untrusted one: it runs among
/// the walls of a compiler, with memory for files and limits of time, but for one thing: it reaches the network. It sees no folder of ours,
/// no name server and no other repository; it speaks https and nothing else, follows no redirect, and knows one host by the address that
/// was checked here. It keeps all in memory that goes with it, checks nothing out, and hands objects over by their id, which are looked at
/// here and never believed. Without bubblewrap nothing is fetched.
/// </summary>
/// <param name="lookUp">Finds a host's addresses; asked once a fetch.</param>
public sealed partial class RepositoryFetch(SandboxMeans means, Func<string, IPAddress[]> lookUp)
{
    /// <summary>What git needs for itself, beside the files that it keeps in memory.</summary>
    private const int MebibytesOfGit = 512;

    private const int MostListing = 4 * 1024 * 1024, MostLog = 256 * 1024, MostChanges = 256 * 1024, MostSaid = 400;

    /// <returns>Why nothing can be fetched on this machine; null where it can.</returns>
    public string? WhyNot() => means.Bubblewrap is null
        ? "fetching needs bubblewrap, which can't be used here"
        : GitProgram.Find(out string? missing) is null ? missing : null;

    /// <exception cref="FetchRefusedException">The commit can't be had, or holds what is not taken.</exception>
    /// <exception cref="HarnessFaultException">It could not be fetched for a reason of this machine's.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public FetchedCommit Fetch(FetchRequest request, CancellationToken cancel)
    {
        if (WhyNot() is { } reason)
            throw new HarnessFaultException(reason);
        var host = PinnedHost.Of(request.Address, request.MayBePrivate, lookUp);
        using WorkingFolder folder = ScratchFolder.InTemporary();
        string? certificates = request.Certificates is null ? null : Path.Combine(folder.Path, "certificates.pem");
        if (certificates is not null)
            File.WriteAllText(certificates, request.Certificates);
        return Fetch(request, GitProgram.Find(out _)!.Fetching(request, host, certificates), cancel);
    }

    private FetchedCommit Fetch(FetchRequest request, ConfinedProgram program, CancellationToken cancel)
    {
        Limits limits = request.Limits with { MemoryMebibytes = request.Mebibytes + MebibytesOfGit };
        using WorkerProcess process = WorkerProcess.Start(new WorkerCommand(limits, means, program));
        var guard = new WorkerGuard(process, limits);
        using var watchdog = new Watchdog();
        using CancellationTokenRegistration registration = cancel.Register(guard.Cancel);
        guard.Start();
        watchdog.Add(guard);
        FetchedCommit? fetched = null;
        try
        {
            fetched = Read(request, new GitObjects(process.Requests, process.Replies));
            process.Requests.Dispose();    // there is nothing more to ask: it ends
        }
        catch (Exception ended) when (ended is IOException)
        {
            // Why is said by its exit code, and by what it printed.
        }
        ConsoleText said = process.End(WorkerProcess.FarewellPatience);
        guard.Finish();
        watchdog.Remove(guard);
        guard.RequireWatched();
        RequireWithinLimits(guard.Cause, request);
        return fetched ?? throw Why(request, process.ExitCode, said.Text);
    }

    private static FetchedCommit Read(FetchRequest request, GitObjects objects)
    {
        string[] line = objects.ReadLine().Split(' ');
        if (line is not ["ready", var commit, var tree, var log, var changes])
            throw new EndOfStreamException("git said something unexpected");
        var wanted = WantedTree.Read(objects.Read(tree, MostListing), objects);
        return new FetchedCommit(
            commit, wanted.Files(request.Path, request.Control, request.MostBytes), wanted.TextOf(request.Control),
            CommitLog.Read(objects.Read(log, MostLog)),
            changes == "-" ? null : Encoding.UTF8.GetString(objects.Read(changes, MostChanges)));
    }

    private static void RequireWithinLimits(StopCause cause, FetchRequest request)
    {
        switch (cause)
        {
            case StopCause.None:
                return;
            case StopCause.WallLimit:
                throw new FetchRefusedException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{request.Address.Host} did not give the commit within {request.Limits.WallSeconds:0.###} s."));
            case StopCause.CpuLimit:
                throw new FetchRefusedException(string.Create(
                    CultureInfo.InvariantCulture, $"unpacking the commit took more than {request.Limits.CpuSeconds:0.###} s of CPU time."));
            case StopCause.MemoryLimit:
                throw TooLarge(request);
            case StopCause.Cancelled:
                throw new OperationCanceledException();
            default:
                throw new HarnessFaultException($"fetching was ended by {cause}");
        }
    }

    private static Exception Why(FetchRequest request, int? exitCode, string said)
    {
        string words = EscapedText.Of(said.Trim().Replace('\n', ' '));
        words = words.Length > MostSaid ? words[..MostSaid] + "…" : words;
        return exitCode switch
        {
            GitProgram.NotFetched or GitProgram.NotKept when Full().IsMatch(said) => TooLarge(request),
            GitProgram.NotFetched when Redirected().IsMatch(said) => new FetchRefusedException(
                $"{request.Address.Host} answers with a redirect, and redirects are not followed: register the address that it leads to."),
            GitProgram.NotFetched => new FetchRefusedException($"{request.Address.Host} did not give the commit: {words}"),
            GitProgram.NotACommit => new FetchRefusedException($"{request.Commit} is no commit, and no tag on one."),
            _ => new HarnessFaultException(
                $"git could not be run (exit code {exitCode?.ToString(CultureInfo.InvariantCulture) ?? "none"}); it printed: {words}"),
        };
    }

    private static FetchRefusedException TooLarge(FetchRequest request) =>
        new($"the commit is larger than {request.Mebibytes} MiB, the most that is fetched.");

    [GeneratedRegex("No space left on device|write error|Out of memory|out of memory|died of signal (9|25)")]
    private static partial Regex Full();

    [GeneratedRegex("returned error: 30[12378]|unable to update url base from redirection")]
    private static partial Regex Redirected();
}
