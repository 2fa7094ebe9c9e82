using System.Diagnostics;
using Evaluator.Worker.Walls;

namespace Evaluator.Worker;

/// <summary>Waits for a debugger, of .NET or of processes, where the harness asks for it (`evaluator run --debug`).</summary>
internal static unsafe class DebuggerWait
{
    private const int PauseMilliseconds = 100;

    public static void WaitIfAsked()
    {
        if (LibC.Variable("EVALUATOR_DEBUG\0"u8) == null)
            return;
        while (!Debugger.IsAttached && !IsTraced())
            Thread.Sleep(PauseMilliseconds);
    }

    private static bool IsTraced() => File.ReadLines("/proc/self/status")
        .Any(line => line.StartsWith("TracerPid:", StringComparison.Ordinal) && !line.EndsWith("\t0", StringComparison.Ordinal));
}
