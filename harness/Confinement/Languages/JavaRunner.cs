using System.Net;
using System.Net.Sockets;
using Evaluator.Confinement.Disk;
using Evaluator.Confinement.Sandbox;
using Evaluator.Confinement.Workers;

namespace Evaluator.Confinement.Languages;

/// <summary>Plays jars: harness/Runners/Java in a virtual machine.</summary>
/// <param name="jar">The runner's classes.</param>
/// <param name="library">Its native part.</param>
public sealed class JavaRunner(Jdk jdk, byte[] jar, byte[] library) : Runner
{
    private const string Inside = Bubblewrap.Home + "/runner";

    /// <summary>
    /// What the virtual machine takes beside the heap (classes, compiled code, the collector's own tables): 45 to 60 MiB for predictors of
    /// ordinary size. The heap gets the rest of the limit, so that garbage is collected before the limit would be passed by it; live data
    /// beyond it is an OutOfMemoryError, which is a MemoryLimit.
    /// </summary>
    private const int BesideHeapMebibytes = 64;

    private const int SmallestHeapMebibytes = 16;

    public override IReadOnlyList<ClosureFile> Files { get; } =
        [new ClosureFile("runner.jar", jar), new ClosureFile("libconfinement.so", library)];

    public override ConfinedProgram Program(WorkerFiles files, string folder, Limits limits)
    {
        int heap = Math.Max(limits.MemoryMebibytes - BesideHeapMebibytes, SmallestHeapMebibytes);
        Dictionary<string, string> shown = files.Shown();
        shown[Inside] = folder;
        foreach ((string inside, string outside) in jdk.Shown)
            shown[inside] = outside;
        string[] command =
        [
            jdk.Java, .. Options,
            $"-Xmx{heap}m",
            // The young generation is kept small: what it reserves is not there for live data, of which a full heap then holds all but
            // this.
            $"-XX:MaxNewSize={Math.Min(64, heap / 4)}m",
            "-cp", Inside + "/runner.jar", "evaluator.Runner", Inside + "/libconfinement.so",
        ];
        return new ConfinedProgram(command, shown, new Dictionary<string, string>());
    }

    /// <summary>The virtual machine itself waits. It must say nothing: standard output is the wire.</summary>
    public override DebuggedProgram ForDebugger(ConfinedProgram program)
    {
        using var any = new TcpListener(IPAddress.Loopback, 0);
        any.Start();
        int port = ((IPEndPoint)any.LocalEndpoint).Port;
        string agent = $"-agentlib:jdwp=transport=dt_socket,server=y,suspend=y,quiet=y,address=127.0.0.1:{port}";
        return new DebuggedProgram(
            program with { Command = [program.Command[0], agent, .. program.Command.Skip(1)] },
            _ => $"attach to 127.0.0.1:{port} (jdb -attach 127.0.0.1:{port}; in an editor, remote debugging of a Java process)");
    }

    /// <summary>Looks whether a jar's class has the contest's methods, without running any of it. Exit code 99 where it has not.</summary>
    /// <param name="runnerFolder">Where <see cref="Files"/> stand.</param>
    public ConfinedProgram Check(string runnerFolder, string jarFolder, string jarName, string className)
    {
        Dictionary<string, string> shown = new(jdk.Shown) { [Inside] = runnerFolder, [Bubblewrap.Home + "/submission"] = jarFolder };
        string[] command = [jdk.Java, .. Options, "-Xmx256m", "-cp", Inside + "/runner.jar", "evaluator.Runner", "check",
            $"{Bubblewrap.Home}/submission/{jarName}", className];
        return new ConfinedProgram(command, shown, new Dictionary<string, string>());
    }

    private static readonly string[] Options =
    [
        "-XX:+UseSerialGC", "-XX:ActiveProcessorCount=1", "-XX:-UseContainerSupport", "-XX:-UsePerfData", "-XX:+DisableAttachMechanism",
        "-XX:+DisplayVMOutputToStderr", "-Xlog:disable", "-Xlog:all=error:stderr",
        "-XX:-UseDynamicNumberOfCompilerThreads",    // which asks for the machine's free memory: refused, and not the same twice
        "-Xss8m",    // the main thread's stack, as large as elsewhere
        "-Duser.timezone=UTC", "-Duser.language=en", "-Duser.country=", "-Dfile.encoding=UTF-8",
        "-Duser.name=predictor",
    ];
}
