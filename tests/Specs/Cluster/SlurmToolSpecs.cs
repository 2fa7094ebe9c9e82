using System.Diagnostics;
using Evaluator.Harness.Storage;
using Evaluator.Specs.Shards;

namespace Evaluator.Specs.Cluster;

/// <summary>
/// Slurm's programs on the path in another form than was meant: each time it is said which and what it did, nothing is half submitted, and
/// the run is as it was.
/// </summary>
public sealed class SlurmToolSpecs(PlannedRun planned) : IClassFixture<PlannedRun>, IDisposable
{
    private static readonly Dictionary<string, (string Text, string Said)> Forms = new(StringComparer.Ordinal)
    {
        ["that fails"] = ("#!/bin/sh\necho not today >&2; exit 1\n", "not today"),
        ["that is killed"] = ("#!/bin/sh\nkill -9 $$\n", "exit code 137"),
        ["that is no program"] = ("\u0001\u0002\u0003", "can't be started"),
        ["that is empty"] = ("", "can't be started"),
        ["that says something else"] = ("#!/bin/sh\necho Submitted batch job x\n", "instead of a job's number"),
        ["that says nothing"] = ("#!/bin/sh\nexit 0\n", "instead of a job's number"),
    };

    private readonly string bin = Directory.CreateTempSubdirectory("slurm-tools-").FullName;

    public static TheoryData<string> All => [.. Forms.Keys];

    [Theory, MemberData(nameof(All))]
    public void An_odd_sbatch_is_named_and_the_run_can_be_submitted_again(string form)
    {
        RunFolder folder = planned.Copy();
        Put("squeue", "#!/bin/sh\nexit 0\n");
        Put("sbatch", Forms[form].Text);
        AssertSaid("sbatch", Forms[form].Said, Evaluator("slurm", "submit", folder.Path));
        Put("sbatch", "#!/bin/sh\necho 4711\n");
        EvaluatorProgram again = Evaluator("slurm", "submit", folder.Path);
        Assert.True(again.ExitCode == 0, again.Error);
        Assert.Contains("4711", again.Output);
    }

    [Fact]
    public void Where_the_merge_alone_is_refused_the_shards_are_submitted_and_it_is_said_what_is_left_to_do()
    {
        RunFolder folder = planned.Copy();
        Put("squeue", "#!/bin/sh\nexit 0\n");
        Put("sbatch", "#!/bin/sh\ncase \"$*\" in *--array*) echo 4711;; *) echo not today >&2; exit 1;; esac\n");
        AssertSaid("sbatch", "submitted as array job 4711", Evaluator("slurm", "submit", folder.Path));
        AssertSaid("evaluator", "submitted already", Evaluator("slurm", "submit", folder.Path));
    }

    [Theory, MemberData(nameof(All))]
    public void An_odd_squeue_is_named(string form)
    {
        RunFolder folder = planned.Copy();
        Put("squeue", "#!/bin/sh\nexit 0\n");
        Put("sbatch", "#!/bin/sh\necho 4711\n");
        Assert.Equal(0, Evaluator("slurm", "submit", folder.Path).ExitCode);
        Put("squeue", Forms[form].Text);
        EvaluatorProgram status = Evaluator("slurm", "status", folder.Path);
        if (form == "that says nothing")    // no job waits or runs
            Assert.Equal(3, status.ExitCode);
        else if (form == "that says something else")
            AssertSaid("squeue", "Submitted batch job x", status);
        else
            AssertSaid("squeue", Forms[form].Said, status);
    }

    public void Dispose() => Directory.Delete(bin, recursive: true);

    private static void AssertSaid(string program, string what, EvaluatorProgram ended)
    {
        Assert.True(ended.ExitCode == 2, $"exit code {ended.ExitCode}: {ended.Output}{ended.Error}");
        Assert.Contains(program, ended.Error);
        Assert.Contains(what, ended.Error);
        Assert.DoesNotContain("   at ", ended.Error);
    }

    private EvaluatorProgram Evaluator(params string[] arguments)
    {
        Dictionary<string, string> environment = new() { ["PATH"] = $"{bin}:{Environment.GetEnvironmentVariable("PATH")}" };
        using Process process = EvaluatorProgram.Start(environment, arguments);
        return EvaluatorProgram.End(process);
    }

    private void Put(string program, string text)
    {
        string path = Path.Combine(bin, program);
        File.WriteAllText(path, text);
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
