using System.Diagnostics;
using System.Globalization;
using Evaluator.Harness.Records;
using Evaluator.Harness.Runs;
using Evaluator.Harness.Storage;
using Evaluator.Report.ComparedRuns;
using Evaluator.Specs.Shards;

namespace Evaluator.Specs.Cluster;

/// <summary>
/// The long proofs on a real cluster of two nodes and, where it is there, the real package: whatever happens to nodes, controller, disks
/// and
/// files, at random moments, the merged summary is byte for byte that of one machine, and every case counts once. What they found is kept
/// in
/// artifacts/cluster-soak/.
/// </summary>
public class SlurmSoak(BostonRun boston) : IClassFixture<BostonRun>
{
    private const string Cut = "a node cut from the network and healed", PlayedTwice = "played by two harnesses at once: shard";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    /// <summary>Each is done when so much of the run is done, drawn anew in every run of the proofs.</summary>
    private static readonly Dictionary<string, Action<TwoNodes, RunFolder, SoakLog>> Disasters = new()
    {
        ["a node switched off"] = (nodes, _, log) =>
        {
            nodes.Do("off", "n2");
            string State() => nodes.Slurm("sinfo", "-h", "-n", nodes.NameOf("n2"), "-o", "%T (%E)").Trim();
            nodes.WaitUntil(() => State().StartsWith("down", StringComparison.Ordinal), Patience, "n2 to be down");
            log.Add($"n2 is {State()}; it is switched on again");
            nodes.Do("on", "n2");
        },
        ["a shard killed by SIGKILL"] = (nodes, folder, log) =>
        {
            int player = SlurmSpecs.PlayersOf(folder)[0];
            SlurmSpecs.Kill(player);
            log.Add($"process {player} killed");
        },
        ["slurmctld restarted"] = (nodes, _, log) =>
        {
            nodes.Do("restart");
            log.Add($"controller: {nodes.Slurm("scontrol", "ping").Trim()}");
        },
        [Cut] = (nodes, folder, log) =>
        {
            string[] cut = RunningOn(nodes, "n2");
            nodes.Do("cut");
            log.Add($"n2 is cut off; it plays array task {string.Join(", ", cut)}");
            string[] twice = [];
            nodes.WaitUntil(
                () => (twice = [.. SlurmSpecs.ShardsPlayedTwice(folder)]).Length > 0
                    || nodes.Slurm("squeue", "--noheader").Trim().Length == 0, Patience, "the tasks of n2 on n1 as well");
            Thread.Sleep(TimeSpan.FromSeconds(1));    // the second copy begins with the case that the first one is at
            log.Add(twice.Length > 0 ? $"{PlayedTwice} {string.Join(", ", twice)}; {Done(folder)} cases done"
                : "what n2 played was over before it could be begun again");
            nodes.Do("heal");
        },
        ["a full disk on one node"] = (nodes, folder, log) =>
        {
            string predictions = Path.Combine(folder.Path, "predictions");
            nodes.Do("inside", "mount", "-t", "tmpfs", "-o", "size=4k", "none", predictions);
            nodes.Do("inside", "sh", "-c", $"yes > {predictions}/full 2>/dev/null; true");
            nodes.WaitUntil(() => LogsOf(folder).Contains("No space left on device", StringComparison.Ordinal), Patience,
                "n2 to find its disk full");
            log.Add("n2 said: " + LogsOf(folder).Split('\n')
                .First(line => line.Contains("No space left on device", StringComparison.Ordinal)));
            nodes.Do("inside", "umount", "--lazy", predictions);
        },
        ["a torn case file"] = (nodes, folder, log) =>
        {
            string torn = Directory.EnumerateFiles(Path.Combine(folder.Path, "cases"), "*.json").First();
            File.WriteAllText(torn, File.ReadAllText(torn)[..100]);
            log.Add($"{torn} cut after 100 bytes");
        },
    };

    public static TheoryData<string> Kinds => [.. Disasters.Keys.Except([Cut])];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Whatever_happens_the_summary_is_that_of_one_machine(string kind)
    {
        Soak.Require();
        using var log = new SoakLog(kind);
        using TwoNodes nodes = TwoNodes.UpOrSkip();
        RunFolder folder = boston.Copy();
        log.Add(nodes.Evaluator("slurm", "submit", folder.Path, "--shards", "8").Output.Trim());
        Strike(kind, Random.Shared.Next(boston.Cases / 20, boston.Cases / 3), nodes, folder, log);
        Finish(nodes, folder, log);
    }

    [Fact]
    public void A_node_that_is_cut_off_and_healed_may_play_what_another_plays_again()
    {
        Soak.Require();
        using var log = new SoakLog(Cut);
        using TwoNodes nodes = TwoNodes.UpOrSkip();
        RunFolder folder = boston.Copy();
        // Nodes that play one shard each with one of their two cores have room for a copy of the other's.
        log.Add(nodes.Evaluator("slurm", "submit", folder.Path, "--shards", "2", "--workers", "1").Output.Trim());
        Strike(Cut, Random.Shared.Next(boston.Cases / 20, boston.Cases / 3), nodes, folder, log);
        Finish(nodes, folder, log);
        Assert.Contains(PlayedTwice, log.Text);
    }

    [Fact]
    public void All_of_it_may_happen_to_one_run()
    {
        Soak.Require();
        using var log = new SoakLog("all of it in one run");
        using TwoNodes nodes = TwoNodes.UpOrSkip();
        RunFolder folder = boston.Copy();
        log.Add(nodes.Evaluator("slurm", "submit", folder.Path, "--shards", "8", "--workers", "1").Output.Trim());
        // While a node is away the other one goes on: what takes long comes last, and early enough that there is still something to lose.
        string[] slow = ["a node switched off", Cut], quick = [.. Disasters.Keys.Except(slow)];
        Random.Shared.Shuffle(quick);
        int step = boston.Cases / 20, moment = 0;
        foreach (string kind in (string[])[.. quick, .. slow])
            Strike(kind, moment += Random.Shared.Next(1, step), nodes, folder, log);
        Finish(nodes, folder, log);
    }

    [Fact]
    public void The_submitting_machine_may_go()
    {
        Soak.Require();
        using var log = new SoakLog("the submitting machine gone");
        using TwoNodes nodes = TwoNodes.UpOrSkip();
        RunFolder folder = boston.Copy();
        using (Process submitter = nodes.Start("slurm", "submit", folder.Path, "--shards", "16"))
        {
            nodes.WaitUntil(() => nodes.Slurm("squeue", "--noheader").Length > 0, Patience, "the array job");
            submitter.Kill();    // between its two submissions, mostly
        }
        log.Add($"submitter killed; ids written: "
            + $"'{(File.Exists(Ids(folder)) ? File.ReadAllText(Ids(folder)).Trim().Replace('\n', ' ') : "")}'");
        Finish(nodes, folder, log);
    }

    [Fact]
    public void Two_nodes_against_one_machine()
    {
        Soak.Require();
        using var log = new SoakLog("two nodes against one machine");
        using TwoNodes nodes = TwoNodes.UpOrSkip();
        var taskSeconds = new Dictionary<int, double>();
        foreach (int shards in (int[])[2, 16])
        {
            RunFolder folder = boston.Copy();
            var watch = Stopwatch.StartNew();
            log.Add(nodes.Evaluator("slurm", "submit", folder.Path, "--shards", $"{shards}").Output.Trim());
            nodes.WaitUntil(() => File.Exists(Path.Combine(folder.Path, RunFolder.SummaryFile)), Patience, "the summary");
            TimeSpan whole = watch.Elapsed;
            Assert.Equal(boston.Summary, ShardSpecs.SummaryOf(folder));
            CaseResult[] results = [.. folder.ReadCases()];
            taskSeconds[shards] = TaskSeconds(folder);
            log.Add(string.Create(CultureInfo.InvariantCulture,
                $"{results.Length} cases, {shards} shards, 2 nodes of 2 cores on the same 2 cores, 2 workers a task: "
                    + $"{whole.TotalSeconds:F1} s from submission to summary, "
                + $"one machine with 2 workers {boston.Wall.TotalSeconds:F1} s, ratio {whole / boston.Wall:F2}"));
            log.Add("played: " + string.Join(", ", results.GroupBy(result => (result.PlayedOn!.Host, result.PlayedOn.VectorBits))
                .Select(group => $"{group.Count()} on {group.Key.Host} with {group.Key.VectorBits}-bit registers")));
            nodes.WaitUntilIdle(Patience);
        }
        log.Add(string.Create(CultureInfo.InvariantCulture,
            $"tasks took {taskSeconds[2]:F1} s together as 2 shards and {taskSeconds[16]:F1} s as 16: "
                + $"{(taskSeconds[16] - taskSeconds[2]) / 14:F2} s for each further shard"));
    }

    [Fact]
    public void Twenty_submissions_in_one_submit()
    {
        Soak.Require();
        using var log = new SoakLog("20 predictors in one submit");
        using TwoNodes nodes = TwoNodes.UpOrSkip();
        string handedIn = boston.NewFolder(), runs = boston.NewFolder();
        Directory.CreateDirectory(handedIn);
        string[] kinds = ["SmoothedRate", "BlockGroupRate", "Zero"];
        for (int i = 0; i < 20; i++)
            File.Copy(EvaluatorProgram.Predictor(kinds[i % kinds.Length]), Path.Combine(handedIn, $"Competitor{i + 1:00}.dll"));
        log.Add(nodes.Evaluator("plan", "--each", handedIn, "--data", boston.Data, "--set", boston.SmallSet, "--out", runs).Output.Trim());
        var watch = Stopwatch.StartNew();
        log.Add(nodes.Evaluator("slurm", "submit", runs).Output.Trim());
        nodes.WaitUntil(() => Done(RunFolder.Open(Path.Combine(runs, "Competitor05"))) > 3, Patience, "the fifth run to begin");
        log.Add(nodes.Evaluator("slurm", "status", runs).Output);
        nodes.WaitUntilIdle(Patience);
        log.Add(string.Create(CultureInfo.InvariantCulture, $"{watch.Elapsed.TotalSeconds:F0} s from submission to standings"));
        log.Add(File.ReadAllText(Path.Combine(runs, "slurm", "1", "merge.log")));
        RunStandings standings = RunStandings.Of(RunFolders.In(runs));
        Assert.Equal(20, standings.Rows.Count(row => row.Summary.Complete));
        Assert.Equal([1, 8, 15], standings.Rows.Select(row => row.Rank!.Value).Distinct());    // seven, seven and six copies share a rank
    }

    [Fact]
    public void A_node_that_can_not_hold_the_sandbox_is_refused_and_the_others_play()
    {
        Soak.Require();
        using var log = new SoakLog("the sandbox inside a Slurm task");
        using TwoNodes nodes = TwoNodes.UpOrSkip();
        string script = Path.Combine(boston.NewFolder(), "sandbox.sh");
        Directory.CreateDirectory(Path.GetDirectoryName(script)!);
        File.WriteAllText(script, $"#!/bin/sh\nexec {EvaluatorProgram.Program} sandbox\n");
        foreach (string node in (string[])["n1", "n2"])
        {
            nodes.Slurm("sbatch", "--wait", "--mem=2000M", "-w", nodes.NameOf(node), "-o", script + ".log", script);
            log.Add($"in a task on {node}: {File.ReadAllLines(script + ".log").First(line => line.Contains("sandbox level")).Trim()}; "
                + File.ReadAllLines(script + ".log").First(line => line.StartsWith("confined by", StringComparison.Ordinal)));
        }
        nodes.Do("inside", "mount", "--bind", "/dev/null", "/usr/bin/bwrap");
        RunFolder folder = RunFolder.Open(boston.Plan(boston.SmallSet, "--require-sandbox", "3"));
        nodes.Evaluator("slurm", "submit", folder.Path, "--shards", "8");
        nodes.WaitUntilIdle(Patience);
        string refused = LogsOf(folder).Split('\n').First(line => line.Contains("is required", StringComparison.Ordinal));
        log.Add("n2 without bubblewrap said: " + refused);
        Assert.Contains("n2 holds level", refused);
        ForEvery.In(folder.ReadCases(), result => Assert.Equal("n1", result.PlayedOn!.Host));
        nodes.Do("inside", "umount", "/usr/bin/bwrap");
        log.Add(nodes.Evaluator("slurm", "status", folder.Path).Output);
        log.Add(nodes.Evaluator("slurm", "resume", folder.Path).Output);
        nodes.WaitUntilIdle(Patience);
        Assert.NotNull(Merge.Of(folder).Summary);
    }

    /// <summary>
    /// Lets something happen when so many cases are done and a task runs on n2. Shards that were lost before are submitted again.
    /// </summary>
    private void Strike(string kind, int moment, TwoNodes nodes, RunFolder folder, SoakLog log)
    {
        nodes.WaitUntil(
            () =>
            {
                bool ready = Done(folder) >= moment && RunningOn(nodes, "n2").Length > 0 && SlurmSpecs.PlayersOf(folder).Count > 0;
                if (!ready && nodes.Slurm("squeue", "--noheader").Trim().Length == 0)
                {
                    string said = nodes.Evaluator("slurm", "resume", folder.Path).Output.Split('\n')[0];
                    Assert.False(said.StartsWith("nothing is missing", StringComparison.Ordinal), $"the run was over before: {kind}");
                    log.Add("resume: " + said);
                }
                return ready;
            },
            Patience, $"{moment} cases and a task on n2");
        log.Add($"with {Done(folder)} of {boston.Cases} cases done: {kind}");
        Disasters[kind](nodes, folder, log);
    }

    /// <summary>What an organiser does: looks, resumes while something is lost, merges.</summary>
    private void Finish(TwoNodes nodes, RunFolder folder, SoakLog log)
    {
        for (int resumed = 0; ; resumed++)
        {
            nodes.WaitUntilIdle(Patience);
            EvaluatorProgram status = nodes.Evaluator("slurm", "status", folder.Path);
            if (status.ExitCode == 0)
                break;
            Assert.True(resumed < 4, $"still not whole after {resumed} resumptions:\n{status.Output}");
            log.Add(status.Output.Split('\n').First(line => line.Contains("lost:", StringComparison.Ordinal)));
            log.Add("resume: " + nodes.Evaluator("slurm", "resume", folder.Path).Output.Split('\n')[0]);
        }
        EvaluatorProgram merge = nodes.Evaluator("merge", folder.Path);
        Assert.True(merge.ExitCode == 0, merge.Error);
        Assert.Equal(boston.Summary, ShardSpecs.SummaryOf(folder));
        CaseResult[] results = [.. folder.ReadCases()];
        Assert.Equal(boston.Cases, results.Select(result => result.Case).Distinct().Count());
        log.Add(
            $"byte-identical: {results.Length} of {boston.Cases} cases, {folder.ReadConflicts().Count} conflicts; {merge.Output.Trim()}");
        log.Add($"shards started {LogsOf(folder).Split('\n').Count(line => line.Contains(" starts shard ", StringComparison.Ordinal))} "
            + "times; played: "
            + string.Join(", ", results.GroupBy(result => result.PlayedOn!.Host).Select(group => $"{group.Count()} on {group.Key}")));
    }

    private static int Done(RunFolder folder) => Directory.EnumerateFiles(Path.Combine(folder.Path, "cases"), "*.json").Count();

    private static string[] RunningOn(TwoNodes nodes, string node) =>
        nodes.Slurm("squeue", "--array", "--noheader", "-t", "R", "-w", nodes.NameOf(node), "-o", "%K")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string Ids(RunFolder folder) => Path.Combine(folder.Path, "slurm", "1", "jobs.txt");

    private static string LogsOf(RunFolder folder) => string.Join(
        '\n', Directory.EnumerateFiles(Path.Combine(folder.Path, "slurm"), "task-*.log", SearchOption.AllDirectories)
            .Select(File.ReadAllText));

    /// <summary>From the tasks' own clocks: the first word of the lines in which they start and end.</summary>
    private static double TaskSeconds(RunFolder folder)
    {
        double seconds = 0;
        foreach (string line in LogsOf(folder).Split('\n').Where(line => line.Contains(" starts shard ") || line.Contains(" ends shard ")))
        {
            double clock = DateTimeOffset.Parse(line.Split(' ')[0], CultureInfo.InvariantCulture).ToUnixTimeMilliseconds() / 1000.0;
            seconds += line.Contains(" ends shard ") ? clock : -clock;
        }
        return seconds;
    }
}
