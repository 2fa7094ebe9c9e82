using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Evaluator.Confinement.Workers;

/// <summary>
/// The cores of one worker whose limits say how many: of those that this process has, the ones that were given to the fewest others.
/// </summary>
/// <remarks>
/// A process starts with the cores of the thread that starts it, before a line of its own code runs, and hands them on to its own threads;
/// the filter keeps a predictor from choosing others (SECURITY.md, no-own-cores).
/// </remarks>
internal sealed class ChosenCores : IDisposable
{
    /// <summary>More cores than Linux can be built for: 8192.</summary>
    private const int Words = 128, BitsOfWord = 64;

    private static readonly Lock Gate = new();
    private static readonly Dictionary<int, int> WorkersOn = [];

    private readonly int[] chosen;
    private bool isReleased;

    private ChosenCores(int[] chosen) => this.chosen = chosen;

    /// <param name="most">All where this process has fewer.</param>
    /// <exception cref="IOException">The kernel does not say which cores there are.</exception>
    public static ChosenCores Take(int most)
    {
        ulong[] own = OfThisThread();
        lock (Gate)
        {
            int[] chosen =
            [
                .. Enumerable.Range(0, Words * BitsOfWord).Where(core => (own[core / BitsOfWord] >> core % BitsOfWord & 1) != 0)
                    .OrderBy(core => WorkersOn.GetValueOrDefault(core)).Take(most),
            ];
            foreach (int core in chosen)
                WorkersOn[core] = WorkersOn.GetValueOrDefault(core) + 1;
            return new ChosenCores(chosen);
        }
    }

    /// <summary>Starts a process on these cores alone; the calling thread has its own again afterwards.</summary>
    /// <exception cref="IOException">The kernel refuses.</exception>
    public Process Start(ProcessStartInfo start)
    {
        ulong[] own = OfThisThread(), only = new ulong[Words];
        foreach (int core in chosen)
            only[core / BitsOfWord] |= 1UL << core % BitsOfWord;
        SetThisThread(only);
        try
        {
            return Process.Start(start)!;
        }
        finally
        {
            SetThisThread(own);
        }
    }

    public void Dispose()
    {
        lock (Gate)
        {
            foreach (int core in isReleased ? [] : chosen)
                WorkersOn[core]--;
            isReleased = true;
        }
    }

    private static ulong[] OfThisThread()
    {
        ulong[] cores = new ulong[Words];
        return LibC.sched_getaffinity(0, Words * sizeof(ulong), cores) == 0
            ? cores
            : throw new IOException($"the cores of this process can't be read: {Marshal.GetLastPInvokeErrorMessage()}");
    }

    private static void SetThisThread(ulong[] cores)
    {
        if (LibC.sched_setaffinity(0, Words * sizeof(ulong), cores) != 0)
            throw new IOException($"it can't be held to its cores: {Marshal.GetLastPInvokeErrorMessage()}");
    }
}
