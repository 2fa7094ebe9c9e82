using System.Collections.Concurrent;
using System.Diagnostics;
using Evaluator.Specs;

namespace Evaluator.BoardSpecs.Board;

/// <summary>
/// podman, for root, with an image that <c>harness/Board/Operating/image.sh</c> makes. Where both generations of control groups are
/// mounted, which crun does not take, the newer one is put out of its sight.
/// </summary>
internal sealed class Container : IDisposable
{
    private const string Image = "evaluator-board-spec";
    private const string InSightOfOne = "umount /sys/fs/cgroup/unified 2>/dev/null; exec podman \"$@\"";

    // podman asks for the largest limits there are, which root may not everywhere.
    private static readonly string[] Run =
        ["run", "--rm", "--network", "host", "--ulimit", "nofile=1024:4096", "--ulimit", "nproc=4096:4096"];

    private readonly string name = "board-spec-" + Guid.NewGuid().ToString("N")[..8];
    private readonly Process process;

    /// <summary>Serves the board on a volume.</summary>
    public Container(string volume, Uri address)
    {
        process = new Process
        {
            StartInfo = Podman([.. Run, "--name", name, "-v", $"{volume}:/board", Image, "serve", "/board/board",
                "--urls", address.ToString()]),
        };
        process.OutputDataReceived += (_, line) => Output.Enqueue(line.Data ?? "");
        process.ErrorDataReceived += (_, line) => Output.Enqueue(line.Data ?? "");
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public ConcurrentQueue<string> Output { get; } = new();

    /// <summary>Why there can be no container here; null where there can.</summary>
    public static string? WhyNot() =>
        Environment.UserName != "root" ? "root alone makes images"
        : Array.Find(["/usr/bin/podman", "/usr/sbin/debootstrap"], tool => !File.Exists(tool)) is { } tool ? $"there is no {tool}"
        : null;

    public static Task Build() =>
        Succeeds(new ProcessStartInfo(Path.Combine(Repository.Root, "harness", "Board", "Operating", "image.sh"), [Image]));

    /// <summary>Runs a command of the board's program in a container that is gone after it.</summary>
    public static Task Command(string[] volumes, params string[] command) =>
        Succeeds(Podman([.. Run, .. volumes.SelectMany(volume => (string[])["-v", volume]), Image, .. command]));

    public async Task<string> Said(string beginning)
    {
        while (true)
        {
            if (Output.FirstOrDefault(line => line.StartsWith(beginning, StringComparison.Ordinal)) is { } found)
                return found;
            if (process.HasExited)
                throw new InvalidOperationException($"the container ended with {process.ExitCode}:\n{string.Join('\n', Output)}");
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>kill -9 of all that is in it; nothing of the container is left.</summary>
    public async Task Kill()
    {
        await Succeeds(Podman(["kill", "--signal", "KILL", name]));
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            using Process remove = Process.Start(Podman(["rm", "--force", name]))!;
            EndedProcess.AwaitEnd(remove);
            EndedProcess.AwaitEnd(process);
        }
        process.Dispose();
    }

    private static ProcessStartInfo Podman(IEnumerable<string> arguments) =>
        new("unshare", ["-m", "sh", "-c", InSightOfOne, "sh", .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

    private static async Task Succeeds(ProcessStartInfo start)
    {
        EndedProcess ended = await Task.Run(() => EndedProcess.Of(start));
        Assert.True(ended.ExitCode == 0, $"{string.Join(' ', start.ArgumentList)}: {ended.ExitCode}\n{ended.Said}");
    }
}
