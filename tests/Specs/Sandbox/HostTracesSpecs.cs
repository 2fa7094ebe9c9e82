using System.Diagnostics;
using Evaluator.Confinement.Disk;
using Evaluator.Confinement.Sandbox;

namespace Evaluator.Specs.Sandbox;

/// <summary>
/// What the corpus must not leave is made here once of each kind, and seen: else a look that sees nothing would prove nothing.
/// </summary>
public class HostTracesSpecs : IDisposable
{
    private readonly string name = $"evaluator-traces-{Guid.NewGuid():N}";
    private readonly List<Action> undone = [];

    [Theory]
    [InlineData("/tmp")]
    [InlineData("/var/tmp")]
    [InlineData("/dev/shm")]
    public void A_file_is_seen(string place)
    {
        Assert.SkipUnless(Directory.Exists(place), $"this machine has no {place}");
        string path = Path.Combine(place, name);
        AssertSeen($"file {path}", () => File.WriteAllText(path, ""), () => File.Delete(path));
    }

    [Fact]
    public void A_scratch_folder_is_seen()
    {
        WorkingFolder? folder = null;
        AssertSeen("file " + Path.Combine(Path.GetTempPath(), "evaluator-"), () => folder = ScratchFolder.InTemporary(),
            () => folder!.Dispose());
    }

    [Fact]
    public void A_process_is_seen()
    {
        Process? process = null;
        AssertSeen("process ", () => process = Process.Start("/bin/sh", ["-c", "sleep 600; :"]), () =>
        {
            process!.Kill(entireProcessTree: true);
            EndedProcess.AwaitEnd(process);
        });
    }

    [Fact]
    public void A_control_group_is_seen()
    {
        ControlGroupRoot? root = ControlGroupRoot.Find(out string? refusal);
        Assert.SkipWhen(root is null, $"no control group can be made here: {refusal}");
        ControlGroup? group = null;
        AssertSeen("control group ", () => group = root.Make(1 << 30), () => group!.Dispose());
    }

    [Fact]
    public void A_mount_is_seen()
    {
        string place = Path.Combine("/tmp", name);
        Directory.CreateDirectory(place);
        undone.Add(() => Directory.Delete(place));
        Assert.SkipUnless(Run("mount", "-t", "tmpfs", name, place) == 0, "this user may mount nothing");
        undone.Insert(0, () => Run("umount", place));
        Assert.Contains($"mount {place}", HostTraces.Now().Seen);
    }

    [Theory]
    [InlineData("-M", "-m", "shared memory, shm")]
    [InlineData("-S", "-s", "shared memory, sem")]
    [InlineData("-Q", "-q", "shared memory, msg")]
    public void Memory_of_the_kernels_is_seen(string make, string remove, string seen)
    {
        Assert.SkipUnless(ToolFinder.Find("ipcmk") is not null, "this machine has no ipcmk");
        string number = "";
        AssertSeen(seen, () =>
        {
            using Process process = Process.Start(
                new ProcessStartInfo("ipcmk", make == "-Q" ? [make] : [make, "1"]) { RedirectStandardOutput = true })!;
            number = process.StandardOutput.ReadToEnd().Split(' ', StringSplitOptions.TrimEntries)[^1];
            EndedProcess.AwaitEnd(process);
        }, () => Run("ipcrm", remove, number));
    }

    public void Dispose() => undone.ForEach(undo => undo());

    private void AssertSeen(string start, Action make, Action remove)
    {
        HostTraces before = HostTraces.Now();
        make();
        undone.Add(remove);
        Assert.Contains(HostTraces.Now().Seen.Except(before.Seen), trace => trace.StartsWith(start, StringComparison.Ordinal));
    }

    private static int Run(string program, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.StandardError.ReadToEnd();
        EndedProcess.AwaitEnd(process);
        return process.ExitCode;
    }
}
