using Evaluator.Specs.Contest;

namespace Evaluator.Specs.Runs;

/// <summary>A run folder on a file system of its own that is too small for the run.</summary>
public sealed class FullDiskSpecs : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("full-disk-").FullName;

    private string Disk => Path.Combine(root, "disk");

    public void Dispose()
    {
        if (Mounted())
            Command("umount", Disk);
        Directory.Delete(root, recursive: true);
    }

    [Fact]
    public void A_full_disk_is_said_ends_with_3_and_loses_nothing()
    {
        Directory.CreateDirectory(Disk);
        Assert.SkipUnless(Command("mount", "-t", "tmpfs", "-o", "size=160k", "none", Disk) == 0,
            "A small disk can't be mounted here: it takes root.");
        using SmallPackage package = SmallPackage.OfEqualCases(12);
        string folder = Path.Combine(Disk, "run");
        string[] run = ["run", EvaluatorProgram.Predictor("SmoothedRate"), "--data", package.Folder, "--set", "example", "--workers", "2",
            "--resume", "--out"];

        EvaluatorProgram full = EvaluatorProgram.Run([.. run, folder]);

        Assert.Equal(3, full.ExitCode);
        Assert.Contains("No space left on device", full.Error);
        Assert.DoesNotContain("   at ", full.Error);
        Dictionary<string, string> kept = RunOnDisk.Contents(Path.Combine(folder, "cases"));
        Assert.InRange(kept.Count, 1, 11);
        Assert.Empty(Directory.EnumerateFiles(folder, "*.tmp", SearchOption.AllDirectories));

        Assert.Equal(0, Command("mount", "-o", "remount,size=8m", Disk));
        EvaluatorProgram resumed = EvaluatorProgram.Run([.. run, folder]);
        Assert.Equal(0, resumed.ExitCode);
        Assert.Contains($"{kept.Count} of 12 cases are kept", resumed.Error);
        Dictionary<string, string> now = RunOnDisk.Contents(Path.Combine(folder, "cases"));
        ForEvery.In(kept, file => Assert.Equal(file.Value, now[file.Key]));
        string roomy = Path.Combine(root, "roomy");
        Assert.Equal(0, EvaluatorProgram.Run([.. run, roomy]).ExitCode);
        Assert.Equal(File.ReadAllText(Path.Combine(roomy, "summary.json")), File.ReadAllText(Path.Combine(folder, "summary.json")));
    }

    private bool Mounted() => File.ReadLines("/proc/mounts").Any(line => line.Contains(Disk));

    private static int Command(string name, params string[] arguments) => EndedProcess.Of(name, arguments).ExitCode;
}
