using System.Net;
using Evaluator.Cli.Boards;
using Evaluator.Confinement;
using Evaluator.Confinement.Repositories;
using Evaluator.Confinement.Sandbox;
using Evaluator.Jobs;

namespace Evaluator.Cli.Work;

/// <summary>
/// A worker's place for fetching commits that were pushed, beside those for cases: a commit comes in seconds and costs little, and must
/// not stand behind an hour of cases. It is a worker that fetches, and not the web process: that one starts no program at all, and what
/// reads a stranger's bytes stands among the same walls here as what runs them.
/// </summary>
internal sealed class FetchSlot(WorkBoard board, SandboxMeans means, string worker, CancellationToken cancel)
{
    /// <summary>As for jobs: less than a proxy waits.</summary>
    private const int WaitSeconds = 20;

    private const double CpuSeconds = 30;

    private static readonly TimeSpan PauseAfterFault = TimeSpan.FromSeconds(2);

    private readonly RepositoryFetch repositories = new(means, Dns.GetHostAddresses);

    /// <exception cref="BoardRefusalException">The token is good no longer.</exception>
    public void Run()
    {
        if (repositories.WhyNot() is { } reason)
        {
            Console.Error.WriteLine($"no commits are fetched here: {reason}");
            return;
        }
        try
        {
            while (!cancel.IsCancellationRequested)
            {
                if (Ask() is { } order)
                    Do(order);
            }
        }
        catch (OperationCanceledException)
        {
            // Stopped: the board gives what we held to others.
        }
    }

    /// <summary>A board of an older version knows nothing of commits.</summary>
    private FetchOrder? Ask()
    {
        try
        {
            return board.Fetch(new FetchOffer(worker, WaitSeconds));
        }
        catch (BoardRefusalException unknown) when (unknown.Status is 404 or 405)
        {
            cancel.WaitHandle.WaitOne(TimeSpan.FromMinutes(1));
            return null;
        }
    }

    private void Do(FetchOrder order)
    {
        using var held = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        using var done = new ManualResetEventSlim();
        var beat = new Thread(() => Beat(order, done, held)) { Name = "heartbeat of a fetch" };
        beat.Start();
        try
        {
            Answer(order, held.Token);
        }
        catch (Exception lost) when (lost is LeaseLostException or OperationCanceledException && !cancel.IsCancellationRequested)
        {
            Console.Error.WriteLine($"{order.Delivery} is ours no longer");
        }
        catch (BoardRefusalException refused) when (!refused.IsOfToken)
        {
            // The board could not take it: without heartbeats it is offered again, and the other places work on.
            Console.Error.WriteLine($"{order.Delivery}: {refused.Message}");
            cancel.WaitHandle.WaitOne(PauseAfterFault);
        }
        finally
        {
            done.Set();
            beat.Join();
        }
    }

    private void Beat(FetchOrder order, ManualResetEventSlim done, CancellationTokenSource held)
    {
        while (!done.Wait(TimeSpan.FromSeconds(order.HeartbeatSeconds)))
        {
            if (!board.Holds(order))
            {
                held.Cancel();
                return;
            }
        }
    }

    private void Answer(FetchOrder order, CancellationToken stop)
    {
        try
        {
            FetchedCommit commit = repositories.Fetch(Request(order), stop);
            PostedFile handIn = HandInOf(order, commit.Files);
            board.Fetched(order, new FetchReport(
                commit.Id, order.Previous, Path.GetFileName(handIn.Name), commit.Control,
                [.. commit.Log.Select(one => new CommitReport(one.Id, one.Parents, one.AuthorName, one.AuthorMail, one.At, one.Subject))],
                commit.Changes), handIn with { Name = "hand-in" });
        }
        catch (FetchRefusedException refused)
        {
            board.Refused(order, new FetchRefusal(refused.Message, IsOurs: false));
        }
        catch (Exception fault) when (fault is HarnessFaultException or IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"{order.Delivery}: {fault.Message}");
            board.Refused(order, new FetchRefusal(fault.Message, IsOurs: true));
            cancel.WaitHandle.WaitOne(PauseAfterFault);
        }
    }

    private static FetchRequest Request(FetchOrder order) => new(
        new Uri(order.Address), order.Commit, order.Previous, order.Path, order.Control, order.MayBePrivate, order.Certificates,
        new Limits(CpuSeconds, order.Seconds, 0), order.Mebibytes, order.MostBytes);

    private static PostedFile HandInOf(FetchOrder order, IReadOnlyList<CommittedFile> files) =>
        files is [{ } only] && (order.Path == only.Path || order.Path.EndsWith("/" + only.Path, StringComparison.Ordinal))
            ? new PostedFile(only.Path, only.Content)
            : new PostedFile(order.Name, FolderZip.Of(files));
}
