using System.Globalization;
using System.Runtime.ExceptionServices;
using Evaluator.Confinement.SelfTest;
using Evaluator.Harness.Records;
using Evaluator.Jobs;

namespace Evaluator.Cli.Work;

/// <summary>
/// The folder in which a worker works, and its places in it: <c>data/</c>, packages by their hash; <c>submissions/</c>, likewise;
/// <c>runs-N/</c>, the run folders of the evaluations that this worker is at. N is the first that no other worker on this machine uses; a
/// lock says so, which the kernel gives back with the process.
/// </summary>
internal sealed class Workplace : IDisposable
{
    /// <summary>How long the board may keep a request back. Less than a proxy waits (60 s).</summary>
    private const int WaitSeconds = 20;

    private static readonly TimeSpan KeptAfterUse = TimeSpan.FromDays(1);

    private readonly string root;
    private readonly int number;
    private readonly FileStream taken;

    private Workplace(string root, int number, FileStream taken) => (this.root, this.number, this.taken) = (root, number, taken);

    private string Runs => Path.Combine(root, $"runs-{number}");

    private string Submissions => Path.Combine(root, "submissions");

    /// <exception cref="IOException">The folder can't be made.</exception>
    public static Workplace Take(string folder)
    {
        folder = Path.GetFullPath(folder);
        Directory.CreateDirectory(folder);
        for (int number = 1; ; number++)
        {
            string file = Path.Combine(folder, $"worker-{number}.lock");
            try
            {
                return new Workplace(folder, number, new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            }
            catch (IOException) when (File.Exists(file))
            {
                // Another worker works there.
            }
        }
    }

    /// <summary>Works until it is told to stop.</summary>
    /// <param name="broker">Whose messages name the jobs; null to ask the board.</param>
    /// <param name="own">A data package of this machine; null for none.</param>
    /// <param name="places">Cases at the same time.</param>
    public void Work(WorkBoard board, string? broker, string? own, TestedSandbox sandbox, int places, CancellationToken cancel)
    {
        Tidy();
        string name = string.Create(CultureInfo.InvariantCulture, $"{Environment.MachineName}/{Environment.ProcessId}");
        var submissions = new SubmissionShelf(Submissions, board);
        var packages = new PackageShelf(Path.Combine(root, "data"), own, board);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        using var leases = new HeldLeases(board, name);
        using var runs = new OpenRuns(Runs, submissions, packages, board, sandbox);
        var desk = new JobDesk(board, submissions, packages, runs, sandbox);
        CodeRecord code = CodeRecord.Here();
        var request = new LeaseRequest(
            name, Environment.MachineName, sandbox.Record.Level, $"{code.Version} {code.Sha256[..12]}", null, WaitSeconds);
        ExceptionDispatchInfo? failure = null;
        void Run(Action work)
        {
            try
            {
                work();
            }
            catch (Exception ended)
            {
                Interlocked.CompareExchange(ref failure, ExceptionDispatchInfo.Capture(ended), null);
                stop.Cancel();    // what one place can't do, the others can't either
            }
        }
        Thread[] slots =
        [
            .. Enumerable.Range(1, places).Select(place => new Thread(() => Run(() =>
            {
                using IJobSource jobs = broker is null ? new BoardJobs(board, request) : new BrokerJobs(board, request, broker);
                new WorkSlot(jobs, board, leases, desk, stop.Token).Run();
            }))
            { Name = $"place {place}" }),
            new Thread(() => Run(() => new FetchSlot(board, sandbox.Means, name, stop.Token).Run())) { Name = "fetching" },
        ];
        foreach (Thread slot in slots)
            slot.Start();
        foreach (Thread slot in slots)
            slot.Join();
        failure?.Throw();
    }

    public void Dispose() => taken.Dispose();

    /// <summary>
    /// Removes what was left of evaluations and submissions that nobody has touched for long. Data packages stay: they cost most to fetch.
    /// </summary>
    private void Tidy()
    {
        foreach (string parent in (string[])[Runs, Submissions])
        {
            Directory.CreateDirectory(parent);
            foreach (string left in Directory.EnumerateDirectories(parent)
                .Where(path => Directory.GetLastWriteTimeUtc(path) < DateTime.UtcNow - KeptAfterUse))
                Directory.Delete(left, recursive: true);
        }
    }
}
