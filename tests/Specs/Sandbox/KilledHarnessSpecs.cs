using System.Diagnostics;
using System.Globalization;
using Evaluator.Confinement.Sandbox;
using Evaluator.Harness.Storage;
using Evaluator.Specs.Contest;
using Evaluator.Specs.Fixtures;

namespace Evaluator.Specs.Sandbox;

public class KilledHarnessSpecs
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    [Theory]
    [InlineData(3)]
    [InlineData(2)]
    [InlineData(1)]
    public void A_harness_that_is_killed_leaves_no_process_no_mount_and_no_file_elsewhere(int level)
    {
        _ = EvaluatorProgram.Run("sandbox", "--level", $"{level}");    // tested once: the kill is to hit cases, not the self-test
        int moments = Soak.IsOn ? 10 : 1;
        for (int moment = 0; moment < moments; moment++)
            KillAt(level, TimeSpan.FromMilliseconds(Random.Shared.Next(50, 4000)));
    }

    private static void KillAt(int level, TimeSpan moment)
    {
        using SmallPackage package = SmallPackage.OfEqualCases(40);
        string folder = Path.Combine(package.Folder, "run");
        HashSet<string> mountsBefore = Mounts();
        // A process that is killed leaves its runtime's pipes under its number, and the kernel gives a number again: of 32,768 here, 1,509
        // had left some after thirteen hours of specs that kill boards.
        HashSet<string> filesBefore = [.. TemporaryFiles("*")];
        using Process harness = EvaluatorProgram.Start("run", FixtureCatalog.Named("BurnsAsItsCaseSays").Dll, "--data", package.Folder,
            "--out", folder, "--workers", "3", "--sandbox", $"{level}");
        _ = harness.StandardOutput.ReadToEndAsync();
        _ = harness.StandardError.ReadToEndAsync();
        // The run has begun, and a worker is there: before that only the runtime's own start would be hit.
        for (var starting = Stopwatch.StartNew(); !(RunFolder.Exists(folder) && Descendants(harness.Id).Count > 0)
            && starting.Elapsed < Patience;)
            Thread.Sleep(5);
        Thread.Sleep(moment);
        List<int> descendants = Descendants(harness.Id);
        Assert.True(descendants.Count > 0, $"nothing was running {moment} after the first worker: the kill would prove nothing");
        harness.Kill();
        EndedProcess.AwaitEnd(harness);

        var waiting = Stopwatch.StartNew();
        int[] alive;
        do
        {
            Thread.Sleep(20);
            // A worker that was being started when the list was made stands in a control group.
            alive = [.. descendants.Where(IsAlive), .. GroupsOf(harness.Id).SelectMany(Members)];
        }
        while (alive.Length > 0 && waiting.Elapsed < Patience);
        Assert.True(alive.Length == 0, $"killed after {moment}; still there: {string.Join(", ", alive)}");
        Assert.Empty(Mounts().Except(mountsBefore));
        Assert.Empty(TemporaryFiles($"*-{harness.Id}-*").Except(filesBefore));

        _ = SandboxMeans.Detect();    // what the next start does first
        Assert.Empty(GroupsOf(harness.Id));
    }

    private static HashSet<string> Mounts() => [.. File.ReadLines("/proc/self/mountinfo").Select(line => line.Split(' ')[4])];

    private static IEnumerable<string> TemporaryFiles(string pattern) =>
        Directory.EnumerateFileSystemEntries(Path.GetTempPath(), pattern);

    private static string[] GroupsOf(int process)
    {
        var near = new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 4, IgnoreInaccessible = true };
        return Directory.Exists("/sys/fs/cgroup") ? Directory.GetDirectories("/sys/fs/cgroup", $"evaluator-*-{process}-*", near) : [];
    }

    private static IEnumerable<int> Members(string group) =>
        File.ReadLines(Path.Combine(group, "cgroup.procs")).Select(line => int.Parse(line, CultureInfo.InvariantCulture));

    /// <summary>Their numbers, seen from here; a process namespace hides nothing from its outside.</summary>
    internal static List<int> Descendants(int process)
    {
        List<int> found = [];
        foreach (string task in ThreadsOf(process))
        {
            string children;
            try
            {
                children = File.ReadAllText(task + "/children");
            }
            catch (IOException)
            {
                continue;
            }
            foreach (string child in children.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                int number = int.Parse(child, CultureInfo.InvariantCulture);
                found.Add(number);
                found.AddRange(Descendants(number));
            }
        }
        return found;
    }

    /// <returns>None of a process that has ended.</returns>
    private static string[] ThreadsOf(int process)
    {
        try
        {
            return Directory.GetDirectories($"/proc/{process}/task");
        }
        catch (IOException)
        {
            return [];
        }
    }

    private static bool IsAlive(int process)
    {
        try
        {
            string stat = File.ReadAllText($"/proc/{process}/stat");
            return stat[stat.LastIndexOf(')') + 2] != 'Z';    // a zombie is dead; whoever inherited it has not looked yet
        }
        catch (IOException)
        {
            return false;
        }
    }
}
