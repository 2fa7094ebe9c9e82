using System.Globalization;
using Evaluator.Confinement.Languages;
using Evaluator.Confinement.Sandbox;
using Evaluator.Confinement.Workers;
using Evaluator.Wire;

namespace Evaluator.Confinement.SelfTest;

/// <summary>
/// Tries every promise with a predictor of ours (harness/Probe) in a worker like any other: what is recorded as held was refused to it a
/// moment ago. Four workers: one attempts what is forbidden, one starts threads, one takes memory and one takes time until it is stopped.
/// </summary>
internal static class SelfTest
{
    private const string ProbeClass = "BostonRiskPredictor";
    private const int TemporaryMebibytes = 64;

    /// <summary>Small, so that the test is quick; the limit of a run is held in the same way.</summary>
    private static readonly Limits OfMemoryTest = new(CpuSeconds: 30, WallSeconds: 60, MemoryMebibytes: 192);
    private static readonly Limits OfTimeTest = new(CpuSeconds: 0.4, WallSeconds: 60, MemoryMebibytes: 1024);

    public static SandboxRecord Perform(SandboxMeans means)
    {
        Dictionary<string, string?> breaches = [];
        string? threads = null;
        StopCause memory = StopCause.None, time = StopCause.None;
        // A worker dies with the thread that started it: each has a thread of its own that stays to the end.
        Concurrently(
            () => Attempt(means, breaches),
            () => threads = StartThreads(means),
            () => memory = Ask(means, OfMemoryTest, "memory").Cause,
            () => time = Ask(means, OfTimeTest, "time").Cause);
        breaches["no-thread-bomb"] = threads;
        breaches["memory-limit"] = memory == StopCause.MemoryLimit ? null : $"ended by {memory}";
        breaches["time-limit"] = time == StopCause.CpuLimit ? null : $"ended by {time}";
        return RecordOf(means, breaches);
    }

    private static SandboxRecord RecordOf(SandboxMeans means, Dictionary<string, string?> breaches)
    {
        PromiseRecord[] promises =
        [
            .. Promise.All.Select(promise =>
            {
                string? breach = breaches.TryGetValue(promise.Name, out string? found) ? found : "not tried";
                return new PromiseRecord(promise.Name, promise.Text, breach is null, promise.Mechanism(means), breach);
            }),
        ];
        int level = means.Level;
        while (level > 0 && Promise.All.Zip(promises).Any(pair => pair.First.FromLevel <= level && !pair.Second.Held))
            level--;
        return new SandboxRecord(level, means.Mechanisms(), promises, means.Missing);
    }

    private static void Attempt(SandboxMeans means, Dictionary<string, string?> breaches)
    {
        foreach ((string promise, string? breach) in Outcomes(Ask(means, Limits.Official, "attempts").Printed))
            breaches[promise] = breach;
    }

    /// <summary>
    /// A probe that starts a thousand threads says so; the runtime of one that is refused them may die of wanting one for itself.
    /// </summary>
    /// <returns>The breach, or null.</returns>
    private static string? StartThreads(SandboxMeans means)
    {
        (_, string printed) = Ask(means, Limits.Official, "threads", mayDie: true);
        return Outcomes(printed).Select(outcome => outcome.Breach).FirstOrDefault();
    }

    private static IEnumerable<(string Promise, string? Breach)> Outcomes(string printed) => printed.Split('\n')
        .Select(line => line.Split('\t')).Where(parts => parts.Length == 3)
        .Select(parts => (parts[0], parts[1] == "held" ? null : EscapedText.Of(parts[2])));

    /// <param name="mayDie">Whether the worker may end without an answer, once the probe is loaded.</param>
    private static (StopCause Cause, string Printed) Ask(SandboxMeans means, Limits limits, string task, bool mayDie = false)
    {
        string probe = Path.Combine(AppContext.BaseDirectory, "probe", "Evaluator.Probe.dll");
        if (!File.Exists(probe))
            throw new HarnessFaultException($"the self-test's predictor {probe} is missing. Run ./run-all.sh build.");
        var files = new WorkerFiles(Path.GetDirectoryName(probe)!, Path.GetFileName(probe), TablesFile: null);
        var command = new WorkerCommand(limits, means, DotNetRunner.Program(files, limits));
        using WorkerProcess worker = WorkerProcess.Start(command);
        using var watchdog = new Watchdog();
        var guard = new WorkerGuard(worker, limits);
        watchdog.Add(guard);
        var session = new WorkerSession(worker);
        Reply greeting = session.Greet();
        guard.Start();
        Reply loading = greeting == Reply.Done ? session.Load(command.Where(files.SubmissionInside), ProbeClass) : greeting;
        Reply reply = loading == Reply.Done ? session.ReceiveEvents(task, 1, Task()) : loading;
        guard.Finish();
        worker.Kill();
        string printed = worker.End(TimeSpan.FromSeconds(1)).Text;
        // On a busy machine the limit of data may be met before a poll comes by: in a case that is a MemoryLimit too.
        if (reply is Reply.Failed { Kind: FailureKind.OutOfMemory } && guard.Cause == StopCause.None)
            return (StopCause.MemoryLimit, printed);
        bool died = mayDie && loading == Reply.Done && reply == Reply.Gone;
        if (reply != Reply.Done && guard.Cause == StopCause.None && !died)
            throw new HarnessFaultException(
                $"the self-test's worker failed at \"{task}\" ({reply}); it printed: {EscapedText.Of(printed)}");
        return (guard.Cause, printed);
    }

    /// <summary>What must not be read, what must not be written, and the cap of the temporary folder.</summary>
    private static IReadOnlyList<string>[] Task()
    {
        string home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        // Who starts the evaluator in /tmp, or lives there, names a folder that the worker has one of its own of.
        string[] ours = [.. new[] { Environment.CurrentDirectory, home }.Where(path => !Bubblewrap.IsInsideToo(path))];
        string[] secret =
        [
            typeof(SelfTest).Assembly.Location, .. ours, "/etc/passwd", "/etc/hostname", "/root", "/home",
            "/var/log", "/sys/class", "/proc/kmsg",
            $"/proc/{Environment.ProcessId}/environ", $"/proc/{Environment.ProcessId}/mem",
        ];
        string[] foreign =
        [
            "/", "/etc", "/usr", "/usr/lib", "/var/tmp", "/dev", "/dev/shm", "/run", .. ours, AppContext.BaseDirectory,
            WorkerInstallation.Folder,
            Bubblewrap.Home, Bubblewrap.Home + "/worker", Bubblewrap.Home + "/submission", "/proc/sys/kernel/core_pattern",
            "/proc/sys/kernel/panic",
        ];
        // A user without a home has an empty one.
        return [[.. secret.Where(path => path.Length > 0)], [.. foreign.Where(path => path.Length > 0)],
            [TemporaryMebibytes.ToString(CultureInfo.InvariantCulture)], []];
    }

    private static void Concurrently(params Action[] actions)
    {
        var failures = new List<Exception>();
        Thread[] threads = Array.ConvertAll(actions, action => new Thread(() =>
        {
            try
            {
                action();
            }
            catch (HarnessFaultException fault)
            {
                lock (failures)
                    failures.Add(fault);
            }
        }));
        foreach (Thread thread in threads)
            thread.Start();
        foreach (Thread thread in threads)
            thread.Join();
        if (failures.Count > 0)
            throw failures[0];
    }
}
