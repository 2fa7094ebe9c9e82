namespace Evaluator.Confinement.Workers;

/// <summary>
/// A program that ignores SIGCHLD hands that on to what it starts (some daemons, Erlang, Perl). The kernel then forgets children as they
/// end, and
/// .NET, which respects the setting, waits for their ends for ever.
/// </summary>
public static class ChildSignals
{
    private const int Child = 17;    // SIGCHLD, on x64 and ARM64
    private const nint AsUsual = 0;  // SIG_DFL

    /// <summary>To be called before the first process is started.</summary>
    public static void BeHeard() => _ = LibC.signal(Child, AsUsual);
}
