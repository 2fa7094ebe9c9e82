using System.Diagnostics;
using Evaluator.Cluster;
using Evaluator.Harness.Records;
using Evaluator.Harness.Shards;
using Evaluator.Harness.Storage;
using Evaluator.Specs.Shards;

namespace Evaluator.Specs.Cluster;

/// <summary>
/// Planned runs on a real cluster of two nodes: few cases and one failure. The long proofs are in <see cref="SlurmSoak"/>.
/// </summary>
public class SlurmSpecs(PlannedRun planned) : IClassFixture<PlannedRun>
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    [Fact]
    public void Two_nodes_make_the_summary_of_one_machine_though_a_shard_is_killed()
    {
        using TwoNodes nodes = TwoNodes.UpOrSkip();
        RunFolder folder = planned.Copy();

        EvaluatorProgram submit = nodes.Evaluator("slurm", "submit", folder.Path, "--shards", "4");
        Assert.True(submit.ExitCode == 0, submit.Error);
        Assert.Matches(@"submitted array job \d+ \(4 tasks\), merge job \d+", submit.Output);
        List<int> players = [];
        nodes.WaitUntil(() => (players = PlayersOf(folder)).Count > 0, Patience, "a shard to run");
        players.ForEach(player => Assert.Equal(0, EndedProcess.Of("kill", "-STOP", $"{player}").ExitCode));    // it would be over else
        Assert.Equal(2, nodes.Evaluator("slurm", "submit", folder.Path).ExitCode);    // twice is once too often
        players.ForEach(Kill);
        nodes.WaitUntilIdle(Patience);

        EvaluatorProgram status = nodes.Evaluator("slurm", "status", folder.Path);
        Assert.Equal(3, status.ExitCode);
        Assert.Contains("cases are lost", status.Output);
        Assert.False(File.Exists(Path.Combine(folder.Path, "summary.json")), "a merge of a run that is not whole wrote a summary");
        Assert.Contains("is missing", File.ReadAllText(Path.Combine(folder.Path, "slurm", "1", "merge.log")));

        EvaluatorProgram resume = nodes.Evaluator("slurm", "resume", folder.Path);
        Assert.True(resume.ExitCode == 0, resume.Error);
        nodes.WaitUntilIdle(Patience);

        Assert.Equal(planned.WholeSummary, ShardSpecs.SummaryOf(folder));
        Assert.Equal(0, nodes.Evaluator("slurm", "status", folder.Path).ExitCode);
        Assert.Contains("nothing is missing", nodes.Evaluator("slurm", "resume", folder.Path).Output);
        PlayedOn[] played = [.. folder.ReadCases().Select(result => result.PlayedOn!)];
        Assert.True(played.Select(one => one.Host).Distinct().Order().SequenceEqual(["n1", "n2"]),
            $"one node played alone: "
                + $"{nodes.Slurm("sinfo", "-R")}{string.Join('\n', played.Select(one => $"{one.Shard} {one.Host} {one.EndedUtc:O}"))}");
        ForEvery.In(played.Where(one => one.Host == "n2"), one => Assert.Equal(128, one.VectorBits));
    }

    [Fact]
    public void Where_there_is_no_Slurm_it_is_said_and_what_to_do_instead()
    {
        RunFolder folder = planned.Copy();
        using Process process =
            EvaluatorProgram.Start(new Dictionary<string, string> { ["PATH"] = "/nowhere" }, "slurm", "submit", folder.Path);
        EvaluatorProgram submit = EvaluatorProgram.End(process);
        Assert.Equal(2, submit.ExitCode);
        Assert.Contains("sbatch can't be started", submit.Error);
        Assert.Contains("evaluator run --plan", submit.Error);
        Assert.DoesNotContain("   at ", submit.Error);
    }

    [Fact]
    public void Memory_and_time_are_asked_for_from_the_limits()
    {
        ShardTask[] tasks = [.. Enumerable.Range(1, 2).Select(number => new ShardTask(planned.Copy().Path, new Shard(number, 2)))];
        TaskResources two = TaskResources.For(tasks, workers: 2);
        TaskResources four = TaskResources.For(tasks, workers: 4);
        Assert.Equal(2 * (1024 + 192), four.MemoryMebibytes - two.MemoryMebibytes);
        Assert.Equal((2 + 5, 1 + 5), (two.Minutes, four.Minutes));    // four cases a shard, a minute each, and five to start
    }

    [Fact]
    public void The_tasks_of_the_queue_are_told_apart()
    {
        string root = planned.Copy().Path;
        Batch batch = Batch.Create(root, [new ShardTask(root, new Shard(1, 2)), new ShardTask(root, new Shard(2, 2))]);
        Assert.Equal(batch.JobName, Assert.Single(Batch.In(root)).JobName);
        string queue = $"{batch.JobName}|12|1|RUNNING|n1\n{batch.JobName}|12|2|PENDING|(launch failed requeued "
            + $"held)\n{batch.MergeJobName}|13|N/A|PENDING|(Dependency)\n";
        IReadOnlyList<LivingTask> living = JobQueue.Parse(queue, new Dictionary<string, Batch> { [batch.JobName] = batch });
        Assert.Equal([true, false, false], living.Select(task => task.Runs));
        Assert.Equal([false, true, false], living.Select(task => task.IsHeld));
        Assert.Equal([batch.Tasks[0], batch.Tasks[1]], living.OfType<LivingTask.Playing>().Select(task => task.Task));
        Assert.IsType<LivingTask.Merging>(living[2]);
        Assert.Throws<SlurmException>(() => JobQueue.Parse("slurm_load_jobs error", new Dictionary<string, Batch>()));
    }

    /// <summary>The harnesses that play a run on the nodes: process ids of this machine, for the nodes are on it.</summary>
    internal static List<int> PlayersOf(RunFolder folder) =>
    [
        .. Directory.EnumerateDirectories("/proc").Select(path => int.TryParse(Path.GetFileName(path), out int process) ? process : 0)
            .Where(process => process > 0 && CommandOf(process) is [var program, "run", "--plan", var plan, ..]
                && program == EvaluatorProgram.Program && plan == folder.Path),
    ];

    internal static IEnumerable<string> ShardsPlayedTwice(RunFolder folder) => PlayersOf(folder).Select(CommandOf)
        .Where(command => command.Length > 5).GroupBy(command => command[5]).Where(same => same.Count() > 1).Select(same => same.Key);

    internal static void Kill(int process)
    {
        using Process player = Process.GetProcessById(process);
        player.Kill();
    }

    private static string[] CommandOf(int process)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/cmdline").Split('\0');
        }
        catch (IOException)
        {
            return [];    // it ended between the two looks
        }
    }
}
