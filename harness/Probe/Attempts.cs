namespace Evaluator.Probe;

/// <summary>One attempt after the other; a promise is held when everything it forbids was refused.</summary>
internal static class Attempts
{
    public static void MakeAll(string[] secretPaths, string[] foreignPlaces, int temporaryMebibytes)
    {
        Report("no-foreign-files", secretPaths.Select(Files.Read));
        Report("no-writes-outside", foreignPlaces.Select(Files.WriteInto)
            .Concat(foreignPlaces.Append("/dev/null").Select(Files.ChangeMode)));
        Report("capped-folder", [Files.Fill(Path.GetTempPath(), temporaryMebibytes + 16)]);
        Report("no-sockets", KernelCalls.Sockets());
        Report("no-new-processes", KernelCalls.NewProcesses());
        Report("no-other-processes", [Processes.SeeOthers()]);
        Report("no-locks", KernelCalls.Locks());
        Report("no-signals", KernelCalls.Signals());
        Report("no-tracing", KernelCalls.Tracing());
        Report("no-kernel-doors", KernelCalls.Doors());
        Report("no-lasting-memory", KernelCalls.LastingMemory());
        Report("no-hidden-memory", KernelCalls.HiddenMemory());
        Report("no-stores-emptied", KernelCalls.Stores());
        Report("no-own-cores", KernelCalls.Cores());
        Report("no-shared-state", Neighbours.SharedState());
        Report("no-machine-counters", Neighbours.Counters());
        Report("no-privileges", [Processes.HoldPrivileges()]);
        Report("not-root", [Processes.BeRoot()]);
        Report("no-limits-raised", KernelCalls.RaisedLimits());
        Report("no-descriptors", [Files.FindOpenOnes()]);
        Report("no-diagnostics-port", [Files.FindDiagnosticsPort()]);
        Report("answers-secret", [Files.FindAnswers()]);
        Report("small-world", [World.FindDifference()]);
    }

    public static void StartThreads() => Report("no-thread-bomb", [Processes.StartThreads(1000)]);

    /// <param name="attempts">Breaches, each a text; null for a refusal.</param>
    private static void Report(string promise, IEnumerable<string?> attempts)
    {
        string[] breaches = [.. attempts.OfType<string>()];
        Console.Error.WriteLine(breaches.Length == 0 ? $"{promise}\theld\t" : $"{promise}\tbroken\t{string.Join("; ", breaches)}");
    }
}
