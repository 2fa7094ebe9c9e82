using System.Diagnostics;

namespace Evaluator.Specs.Cluster;

/// <summary>
/// A Slurm cluster of two nodes on this machine (tests/Cluster/two-nodes.sh), up while the object lives. Node n2 has a network, a host
/// name, a
/// mount table and register widths of its own.
/// </summary>
public sealed class TwoNodes : IDisposable
{
    private static readonly string[] Programs = ["slurmctld", "slurmd", "munged", "sbatch", "ip", "nsenter"];
    private static readonly string Script = Path.Combine(Repository.Root, "tests", "Cluster", "two-nodes.sh");

    private readonly string folder =
        Path.Combine(Path.GetTempPath(), $"two-nodes-{Environment.ProcessId}-{Guid.NewGuid().ToString("N")[..6]}");
    private readonly Dictionary<string, string> environment;

    private TwoNodes() => environment = new Dictionary<string, string> { ["SLURM_CONF"] = Path.Combine(folder, "slurm.conf") };

    /// <summary>Starts a cluster, or skips the spec and says what is missing.</summary>
    public static TwoNodes UpOrSkip()
    {
        string[] missing = [.. Programs.Where(program => !OnPath(program))];
        Assert.SkipUnless(Environment.UserName == "root", "a cluster can be started by root alone");
        Assert.SkipUnless(missing.Length == 0,
            $"no cluster: {string.Join(", ", missing)} is not installed (slurm-wlm, slurm-wlm-basic-plugins, munge, iproute2)");
        var nodes = new TwoNodes();
        (int exitCode, string said) = nodes.Command(Script, "up", nodes.folder);
        if (exitCode != 0)
        {
            string why = Directory.Exists(nodes.folder)
                ? string.Join('\n', Directory.EnumerateFiles(nodes.folder, "*.log").SelectMany(log => File.ReadLines(log).TakeLast(5)))
                : "";
            nodes.Dispose();
            Assert.Skip($"no cluster: it can't be started on this machine: {said} {why}");
        }
        return nodes;
    }

    /// <summary>What Slurm calls n1 or n2: clusters on one machine must not share names.</summary>
    public string NameOf(string node) => $"{node}-{File.ReadAllText(Path.Combine(folder, "id")).Trim()}";

    /// <summary>off, on, cut, heal, restart, inside: what the script can do to the nodes.</summary>
    public string Do(string act, params string[] arguments)
    {
        (int exitCode, string said) = Command(Script, [act, folder, .. arguments]);
        Assert.True(exitCode == 0, $"{act}: {said}");
        return said;
    }

    /// <summary>Runs <c>evaluator</c> as somebody on the login node.</summary>
    internal EvaluatorProgram Evaluator(params string[] arguments)
    {
        using Process process = Start(arguments);
        return EvaluatorProgram.End(process);
    }

    internal Process Start(params string[] arguments) => EvaluatorProgram.Start(environment, arguments);

    /// <summary>Runs one of Slurm's programs.</summary>
    public string Slurm(string program, params string[] arguments) => Command(program, arguments).Said;

    /// <summary>Waits until nothing waits and nothing runs.</summary>
    public void WaitUntilIdle(TimeSpan patience) =>
        WaitUntil(() => Slurm("squeue", "--noheader").Trim().Length == 0, patience, "the queue to empty");

    public void WaitUntil(Func<bool> come, TimeSpan patience, string what)
    {
        var watch = Stopwatch.StartNew();
        while (!come())
        {
            Assert.True(watch.Elapsed < patience,
                $"waited {patience} in vain for {what}:\n{Slurm("squeue")}\n{Slurm("sinfo")}\n{Slurm("sinfo", "-R")}");
            Thread.Sleep(100);
        }
    }

    public void Dispose()
    {
        Command(Script, "down", folder);
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }

    private (int ExitCode, string Said) Command(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach ((string name, string value) in environment)
            start.Environment[name] = value;
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(), error = process.StandardError.ReadToEndAsync();
        Assert.True(process.WaitForExit(TimeSpan.FromMinutes(2)), $"{program} {string.Join(' ', arguments)} did not end");
        return (process.ExitCode, output.Result + error.Result);
    }

    private static bool OnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Append("/usr/sbin")
            .Any(folder => File.Exists(Path.Combine(folder, program)));
}
